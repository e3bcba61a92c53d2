package org.fundtrail.common;

import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Completes what the framework reads out of the code of a service: what every operation has in common is said here once. Whoever reads the
 * document sees each refusal that can come, with an example, and the headers that a request takes. Runs more than once on the same
 * document, so it sets and never adds twice.
 */
public class ApiDocument implements OASFilter {
    /** On an operation whose list can also be had as a file: {@code @Extension(name = ApiDocument.FILE, value = "true")}. */
    public static final String FILE = "x-file";

    /** On an operation that changes nothing and may be refused by what is recorded all the same. */
    public static final String CONFLICTS = "x-conflicts";

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String TOKEN = "token";
    /** What Java calls them means nothing to a reader: they are said as the text they are. */
    private static final Map<String, String> JAVA = Map.of("UUID", "uuid", "LocalDate", "date", "Instant", "date-time");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setServers(null);
        var schemas = new TreeMap<>(document.getComponents().getSchemas());
        var renamed = namePages(schemas);
        schemas.values().forEach(ApiDocument::letBeNull);
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    boolean changes = (method == HttpMethod.POST || method == HttpMethod.PUT) && !Questions.isAt(path);
                    rename(operation, renamed);
                    secure(operation);
                    file(operation);
                    operation.setParameters(parameters(method, changes, operation));
                    answers(method, changes, operation, schemas);
                }));
        document.getComponents()
                .setSecuritySchemes(Map.of(
                        TOKEN,
                        createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("The token of a few minutes that the gateway makes of a sign-in")));
        document.getComponents().setSchemas(used(document, schemas));
    }

    /** {@code PageView3} says nothing: a page is called after what is on it. */
    private static Map<String, String> namePages(Map<String, Schema> schemas) {
        var renamed = new LinkedHashMap<String, String>();
        schemas.forEach((name, schema) -> {
            if (name.startsWith("Page") && schema.getProperties() != null) {
                var items = schema.getProperties().get("items");
                var item = items == null || items.getItems() == null
                        ? null
                        : items.getItems().getRef();
                if (item != null) {
                    renamed.put(SCHEMAS + name, item + "Page");
                    schema.getProperties().get("next").setType(List.of(SchemaType.STRING, SchemaType.NULL));
                }
            }
        });
        renamed.forEach((from, to) ->
                schemas.put(to.substring(SCHEMAS.length()), schemas.get(from.substring(SCHEMAS.length()))));
        return renamed;
    }

    /** What is one of several, or null, is not of one type besides. */
    private static void letBeNull(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().stream()
                    .filter(property -> property.getAnyOf() != null
                            && property.getType() != null
                            && !property.getType().contains(SchemaType.NULL))
                    .forEach(property -> property.setType((List<SchemaType>) null));
        }
    }

    private static void rename(Operation operation, Map<String, String> renamed) {
        for (var response : operation.getResponses().getAPIResponses().values()) {
            if (response.getContent() != null) {
                for (var media : response.getContent().getMediaTypes().values()) {
                    if (media.getSchema() != null
                            && renamed.containsKey(media.getSchema().getRef())) {
                        media.getSchema().setRef(renamed.get(media.getSchema().getRef()));
                    }
                }
            }
        }
    }

    /** Roles are no scopes of a token: they are said in words. */
    private static void secure(Operation operation) {
        if (operation.getSecurity() != null) {
            var roles = operation.getSecurity().stream()
                    .flatMap(requirement -> requirement.getSchemes().values().stream())
                    .flatMap(List::stream)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!roles.isEmpty()) {
                var said = operation.getDescription() == null ? "" : operation.getDescription() + " ";
                operation.setDescription(said + "Role: " + String.join(" or ", roles) + ".");
            }
        }
        operation.setSecurity(List.of(createSecurityRequirement().addScheme(TOKEN)));
    }

    private static void file(Operation operation) {
        if (operation.getExtensions() == null || !operation.getExtensions().containsKey(FILE)) {
            return;
        }
        operation.removeExtension(FILE);
        operation
                .getResponses()
                .getAPIResponse("200")
                .getContent()
                .addMediaType(
                        "text/csv", createMediaType().schema(createSchema().addType(SchemaType.STRING)))
                .addMediaType(
                        Xlsx.TYPE,
                        createMediaType()
                                .schema(createSchema()
                                        .addType(SchemaType.STRING)
                                        .format("binary")));
        operation.addParameter(createParameter()
                .name("format")
                .in(In.QUERY)
                .description(
                        "csv and xlsx ask for the whole filtered list as a file, as Accept with the type of that file does")
                .schema(createSchema().addType(SchemaType.STRING).enumeration(List.of("csv", "xlsx"))));
    }

    private static List<Parameter> parameters(HttpMethod method, boolean changes, Operation operation) {
        var parameters = new ArrayList<Parameter>();
        if (operation.getParameters() != null) {
            parameters.addAll(operation.getParameters());
        }
        parameters.removeIf(parameter -> "Idempotency-Key".equals(parameter.getName()));
        parameters.forEach(ApiDocument::explain);
        parameters.stream()
                .filter(parameter -> "If-Match".equals(parameter.getName()))
                .forEach(parameter -> parameter
                        .description(
                                method == HttpMethod.PUT
                                        ? "The ETag that was read, so that nobody's change is overwritten"
                                        : "The ETag that was read: refused with 412 if the record has changed since")
                        .required(method == HttpMethod.PUT || Boolean.TRUE.equals(parameter.getRequired()))
                        .example("\"0\""));
        if (changes) {
            parameters.add(createParameter()
                    .name("Idempotency-Key")
                    .in(In.HEADER)
                    .description(
                            "1 to 200 visible ASCII characters, new for every new request: a request that is sent again with the "
                                    + "same key takes effect once and hears the first answer")
                    .required(method == HttpMethod.POST)
                    .schema(createSchema()
                            .addType(SchemaType.STRING)
                            .minLength(1)
                            .maxLength(200))
                    .example("4f7c1f52-6a0e-4c0e-9d53-3f1f6f0f2a11"));
        }
        return parameters.isEmpty() ? null : parameters;
    }

    /** What these parameters mean is the same in every list. */
    private static void explain(Parameter parameter) {
        switch (parameter.getIn() == In.QUERY ? parameter.getName() : "") {
            case "limit" ->
                parameter
                        .description("How many at most")
                        .schema(createSchema()
                                .addType(SchemaType.INTEGER)
                                .minimum(java.math.BigDecimal.ONE)
                                .maximum(java.math.BigDecimal.valueOf(Page.LARGEST))
                                .defaultValue(50));
            case "after" -> {
                if (parameter.getDescription() == null) {
                    parameter.setDescription("Read on after this: the next of an earlier answer");
                }
            }
            case "from", "to", "asOf" -> parameter.getSchema().setFormat("date");
            default -> {
                // explained where it is declared
            }
        }
    }

    private static void answers(HttpMethod method, boolean changes, Operation operation, Map<String, Schema> schemas) {
        var given = operation.getParameters() == null
                ? Set.<In>of()
                : operation.getParameters().stream().map(Parameter::getIn).collect(Collectors.toSet());
        var names = operation.getParameters() == null
                ? Set.<String>of()
                : operation.getParameters().stream().map(Parameter::getName).collect(Collectors.toSet());
        var statuses = new TreeSet<>(Set.of(401, 403, 503));
        boolean sends = method == HttpMethod.POST || method == HttpMethod.PUT;
        if (sends) {
            statuses.addAll(Set.of(400, 413, 415));
        }
        if (changes) {
            statuses.addAll(Set.of(409, 422));
        }
        if (operation.getExtensions() != null && operation.getExtensions().containsKey(CONFLICTS)) {
            operation.removeExtension(CONFLICTS);
            statuses.add(409);
        }
        if (given.contains(In.QUERY)) {
            statuses.add(400);
        }
        if (given.contains(In.PATH)) {
            statuses.add(404);
        }
        if (names.contains("If-Match")) {
            statuses.add(412);
        }
        var responses = operation.getResponses();
        statuses.forEach(
                status -> responses.addAPIResponse(String.valueOf(status), RefusalInDocument.of(status, sends)));
        for (var status : List.of("200", "201")) {
            var response = responses.getAPIResponse(status);
            if (response != null) {
                accepted(response, status.equals("201"), isRecord(response, schemas));
            }
        }
    }

    private static boolean isRecord(APIResponse response, Map<String, Schema> schemas) {
        var json = response.getContent() == null ? null : response.getContent().getMediaType("application/json");
        var ref = json == null || json.getSchema() == null
                ? null
                : json.getSchema().getRef();
        var schema = ref == null ? null : schemas.get(ref.substring(SCHEMAS.length()));
        return schema != null
                && schema.getProperties() != null
                && schema.getProperties().containsKey("version");
    }

    private static void accepted(APIResponse response, boolean created, boolean record) {
        var text = createSchema().addType(SchemaType.STRING);
        if (created) {
            response.addHeader(
                    "Location",
                    createHeader().description("The path of the new record").schema(text));
        }
        if (record) {
            response.addHeader(
                    "ETag",
                    createHeader()
                            .description("The version of the record, for If-Match")
                            .schema(text));
        }
    }

    /** Schemas that something refers to, by name. */
    private static Map<String, Schema> used(OpenAPI document, Map<String, Schema> schemas) {
        var used = new TreeMap<String, Schema>();
        for (var path : document.getPaths().getPathItems().values()) {
            for (var operation : path.getOperations().values()) {
                if (operation.getParameters() != null) {
                    operation.getParameters().forEach(p -> keep(p.getSchema(), schemas, used));
                }
                if (operation.getRequestBody() != null) {
                    operation
                            .getRequestBody()
                            .getContent()
                            .getMediaTypes()
                            .values()
                            .forEach(m -> keep(m.getSchema(), schemas, used));
                }
                for (var response : operation.getResponses().getAPIResponses().values()) {
                    if (response.getContent() != null) {
                        response.getContent().getMediaTypes().values().forEach(m -> keep(m.getSchema(), schemas, used));
                    }
                }
            }
        }
        return used;
    }

    private static void keep(Schema schema, Map<String, Schema> schemas, Map<String, Schema> used) {
        if (schema == null) {
            return;
        }
        if (schema.getType() != null && schema.getType().containsAll(List.of(SchemaType.NUMBER, SchemaType.STRING))) {
            schema.setType(List.of(SchemaType.STRING)); // a BigDecimal of which we said that it is text
        }
        if (schema.getRef() != null) {
            var name = schema.getRef().substring(SCHEMAS.length());
            var named = schemas.get(name);
            if (JAVA.containsKey(name)) {
                schema.setRef(null);
                schema.setType(List.of(SchemaType.STRING));
                schema.setFormat(JAVA.get(name));
            } else if (named != null && used.put(name, named) == null) {
                keep(named, schemas, used);
            }
        }
        keep(schema.getItems(), schemas, used);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> keep(property, schemas, used));
        }
        if (schema.getAnyOf() != null) {
            schema.getAnyOf().forEach(one -> keep(one, schemas, used));
        }
    }
}
