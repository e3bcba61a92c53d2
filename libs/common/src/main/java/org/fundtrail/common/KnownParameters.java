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
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.fundtrail.common.Refusal.Finding;

/**
 * What is read from an API is asked for by parameters that it has: one that is misspelt would be passed over, and the answer, or its total,
 * would be of more than was meant. Pages are no API; their addresses may say what they like.
 */
@Provider
public class KnownParameters implements ContainerRequestFilter {
    /** In which form an API answers, said for all of them ({@link AskedFormat}). */
    private static final String FORMAT = "format";

    private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();

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
        var unknown = uri.getQueryParameters().keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(name -> Finding.of(InputRule.UNKNOWN_PARAMETER, name, "known", String.join(", ", names)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refusal(unknown);
        }
    }

    /** Those of all that is read at the same address, whether it is answered as JSON or as a file. */
    static SortedSet<String> of(Method method) {
        var names = new TreeSet<String>();
        names.add(FORMAT);
        Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
                .filter(one -> one.isAnnotationPresent(GET.class) && path(one).equals(path(method)))
                .flatMap(one -> Arrays.stream(one.getParameters()))
                .forEach(parameter -> {
                    if (parameter.isAnnotationPresent(BeanParam.class)) {
                        within(parameter.getType()).forEach(names::add);
                    } else if (parameter.isAnnotationPresent(QueryParam.class)) {
                        names.add(parameter.getAnnotation(QueryParam.class).value());
                    }
                });
        return names;
    }

    private static String path(Method method) {
        return method.isAnnotationPresent(Path.class)
                ? method.getAnnotation(Path.class).value()
                : "";
    }

    /** What a class of parameters has, with those that it has of another. */
    private static Stream<String> within(Class<?> filter) {
        return filter == null
                ? Stream.empty()
                : Stream.concat(
                        Arrays.stream(filter.getDeclaredFields())
                                .flatMap(field -> field.isAnnotationPresent(BeanParam.class)
                                        ? within(field.getType())
                                        : Stream.ofNullable(field.getAnnotation(QueryParam.class))
                                                .map(QueryParam::value)),
                        within(filter.getSuperclass()));
    }
}
