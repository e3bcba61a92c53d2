package org.fundtrail.common;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.fundtrail.common.Refusal.Finding;

/**
 * What is read from an API is asked for by parameters that it has: one that is misspelt would be passed over, and the answer, or its total,
 * would be of more than was meant. Pages are no API; their addresses may say what they like.
 */
@Provider
public class KnownParameters implements ContainerRequestFilter {
    /** In which form an API answers, said for all of them ({@link AskedFormat}). */
    private static final String FORMAT = "format";

    private static final Set<String> TRUTHS = Set.of("true", "false");

    private final Map<Method, SortedMap<String, Boolean>> known = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var uri = request.getUriInfo();
        var method = resource.getResourceMethod();
        if (method == null
                || !request.getMethod().equals("GET")
                || uri.getQueryParameters().isEmpty()
                || !uri.getRequestUri().getPath().startsWith("/api/")) {
            return;
        }
        var names = known.computeIfAbsent(method, KnownParameters::of);
        var wrong = uri.getQueryParameters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(asked -> wrong(asked.getKey(), asked.getValue(), names))
                .filter(Objects::nonNull)
                .toList();
        if (!wrong.isEmpty()) {
            throw new Refusal(wrong);
        }
    }

    private static Finding wrong(String name, List<String> values, Map<String, Boolean> names) {
        if (!names.containsKey(name)) {
            return Finding.of(InputRule.UNKNOWN_PARAMETER, name, "known", String.join(", ", names.keySet()));
        }
        return names.get(name) && !values.stream().allMatch(value -> value.isBlank() || TRUTHS.contains(value))
                ? Finding.of(InputRule.UNKNOWN_VALUE, name, "allowed", "true, false")
                : null;
    }

    /** Those of all that is read at the same address, whether it is answered as JSON or as a file, and whether each says true or false. */
    static SortedMap<String, Boolean> of(Method method) {
        var names = new TreeMap<String, Boolean>();
        names.put(FORMAT, false);
        Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
                .filter(one -> one.isAnnotationPresent(GET.class) && path(one).equals(path(method)))
                .flatMap(one -> Arrays.stream(one.getParameters()))
                .forEach(parameter -> {
                    if (parameter.isAnnotationPresent(BeanParam.class)) {
                        within(parameter.getType()).forEach(field -> add(names, field, field.getType()));
                    } else if (parameter.isAnnotationPresent(QueryParam.class)) {
                        add(names, parameter, parameter.getType());
                    }
                });
        return names;
    }

    private static String path(Method method) {
        return method.isAnnotationPresent(Path.class)
                ? method.getAnnotation(Path.class).value()
                : "";
    }

    private static void add(Map<String, Boolean> names, AnnotatedElement one, Class<?> type) {
        var said = one.getAnnotation(Parameter.class);
        names.put(
                one.getAnnotation(QueryParam.class).value(),
                type == Boolean.class
                        || type == boolean.class
                        || said != null && said.schema().type() == SchemaType.BOOLEAN);
    }

    /** What a class of parameters has, with those that it has of another. */
    private static Stream<Field> within(Class<?> filter) {
        return filter == null
                ? Stream.empty()
                : Stream.concat(
                        Arrays.stream(filter.getDeclaredFields())
                                .flatMap(field -> field.isAnnotationPresent(BeanParam.class)
                                        ? within(field.getType())
                                        : Stream.of(field).filter(one -> one.isAnnotationPresent(QueryParam.class))),
                        within(filter.getSuperclass()));
    }
}
