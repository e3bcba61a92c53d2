package org.fundtrail.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import io.smallrye.openapi.api.util.MergeUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.fundtrail.common.Problem;
import org.fundtrail.gateway.door.DoorConfig;
import org.jboss.logging.Logger;

/**
 * One document of the whole API: the gateway's own, and those that the builds of the two services committed, so that it answers while a
 * service is down. What the services name alike gets the name of its service in front, unless it is the same thing.
 */
@ApplicationScoped
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class WholeApi implements OASFilter {
    /** On an operation of the gateway's own that asks both services: {@code @Extension(name = WholeApi.JOINT, value = "true")}. */
    public static final String JOINT = "x-joint";

    private static final Logger LOG = Logger.getLogger(WholeApi.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMAS = "#/components/schemas/";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    private final DoorConfig config;

    WholeApi(DoorConfig config) {
        this.config = config;
    }

    @Override
    public void filterOpenAPI(OpenAPI whole) {
        // A BigDecimal of which we said that it is text.
        whole.getComponents()
                .getSchemas()
                .get("Money")
                .getProperties()
                .get("amount")
                .setType(List.of(SchemaType.STRING));
        for (var service : List.of("funding", "infrastructure")) {
            try (var in = WholeApi.class.getResourceAsStream("/openapi/" + service + ".json")) {
                if (in == null) {
                    LOG.warnf("There is no document of the %s service in this build", service);
                } else {
                    add(whole, service, (ObjectNode) JSON.readTree(in));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        whole.setServers(List.of(OASFactory.createServer().url("/")));
        secure(whole);
        whole.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) -> doorAnswers(operation, !path.startsWith("/api/v1/"))));
    }

    /** Adds a service's document under names of its own. */
    static void add(OpenAPI whole, String service, ObjectNode document) {
        var prefix = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
        rename(document, prefix, schemas(whole));
        MergeUtil.merge(whole, model(document.toString()));
    }

    private static OpenAPI model(String json) {
        return SmallRyeOpenAPI.builder()
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false)
                .withCustomStaticFile(() -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .build()
                .model();
    }

    private static JsonNode schemas(OpenAPI whole) {
        try {
            var json = SmallRyeOpenAPI.builder()
                    .enableModelReader(false)
                    .enableStandardStaticFiles(false)
                    .enableAnnotationScan(false)
                    .enableStandardFilter(false)
                    .withInitialModel(whole)
                    .build()
                    .toJSON();
            return JSON.readTree(json).at("/components/schemas");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rename(ObjectNode document, String prefix, JsonNode known) {
        document.remove(List.of("servers", "security"));
        var names = new LinkedHashMap<String, String>();
        if (document.at("/components/schemas") instanceof ObjectNode own) {
            var renamed = JSON.createObjectNode();
            own.properties().forEach(schema -> {
                var same = schema.getValue().equals(known.get(schema.getKey()));
                var said = same || schema.getKey().startsWith(prefix);
                names.put(schema.getKey(), said ? schema.getKey() : prefix + schema.getKey());
                renamed.set(names.get(schema.getKey()), schema.getValue());
            });
            var components = (ObjectNode) document.get("components");
            components.remove("securitySchemes");
            components.set("schemas", renamed);
        }
        refer(document, names);
        if (document.get("tags") instanceof ArrayNode tags) {
            tags.forEach(tag ->
                    ((ObjectNode) tag).put("name", tag(prefix, tag.path("name").asText())));
        }
        document.path("paths")
                .forEach(path -> path.properties().forEach(entry -> {
                    if (METHODS.contains(entry.getKey()) && entry.getValue() instanceof ObjectNode operation) {
                        operation.remove("security");
                        if (operation.hasNonNull("operationId")) {
                            operation.put(
                                    "operationId",
                                    operationId(
                                            prefix, operation.get("operationId").asText()));
                        }
                        var tags = JSON.createArrayNode();
                        operation.path("tags").forEach(tag -> tags.add(tag(prefix, tag.asText())));
                        operation.set("tags", tags.isEmpty() ? tags.add(prefix) : tags);
                    }
                }));
    }

    private static String tag(String prefix, String name) {
        return prefix + ": " + name;
    }

    private static String operationId(String prefix, String id) {
        return prefix.toLowerCase(Locale.ROOT) + id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    }

    /** Follows every reference, those in a discriminator's mapping too. */
    private static void refer(JsonNode node, Map<String, String> names) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> entry.setValue(referred(entry.getValue(), names)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, referred(array.get(i), names));
            }
        }
    }

    private static JsonNode referred(JsonNode value, Map<String, String> names) {
        if (value.isTextual() && value.textValue().startsWith(SCHEMAS)) {
            var name = value.textValue().substring(SCHEMAS.length());
            return TextNode.valueOf(SCHEMAS + names.getOrDefault(name, name));
        }
        refer(value, names);
        return value;
    }

    private void secure(OpenAPI whole) {
        var scheme = OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP);
        var name = config.demonstration() ? "basic" : "bearer";
        if (config.demonstration()) {
            scheme.scheme("basic").description("The users of the demonstration");
        } else {
            scheme.scheme("bearer")
                    .bearerFormat("JWT")
                    .description("A token of " + config.oidcUrl().orElseThrow());
        }
        if (whole.getComponents() == null) {
            whole.setComponents(OASFactory.createComponents());
        }
        whole.getComponents().setSecuritySchemes(Map.of(name, scheme));
        whole.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(name)));
    }

    /** What the door itself may answer, whatever is asked. */
    private static void doorAnswers(Operation operation, boolean passedOn) {
        say(operation, "401", "Nobody is signed in, or the credentials are wrong");
        say(operation, "429", "Too many sign-ins failed: Retry-After says when to try again");
        if (operation.getRequestBody() != null) {
            say(operation, "413", "The body is larger than 1 MiB");
        }
        if (operation.getExtensions() != null && operation.getExtensions().containsKey(JOINT)) {
            operation.removeExtension(JOINT);
            operation.getResponses().removeExtension(JOINT); // the framework says it of what it answers too
            operation.getResponses().getAPIResponses().values().forEach(answer -> answer.removeExtension(JOINT));
            say(operation, "403", "The role does not allow it");
            say(operation, "503", "A service cannot be reached: which one is in params.service");
        }
        if (passedOn) {
            say(
                    operation,
                    "503",
                    "The service is away (unavailable) or a change got no answer (outcome-unknown): which one is in params.service");
        }
    }

    private static void say(Operation operation, String status, String description) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation.getResponses().addAPIResponse(status, problem(description));
        }
    }

    private static APIResponse problem(String description) {
        Schema schema = OASFactory.createSchema().ref("Problem");
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema)));
    }
}
