package org.fundtrail.records;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createRequestBody;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Reference;
import org.fundtrail.common.value.Text;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/**
 * Says in the API's document what the rules at the fields of terms say, where the framework does not know ours, and how a part of terms is
 * judged: every address that ends in {@code /validation} follows from the one where the record is made.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class TermsInDocument implements OASFilter {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String MONEY = SCHEMAS + "Money";
    private static final String SAID = "org.eclipse.microprofile.openapi.annotations.media.Schema";

    /** Said of an amount that may be nothing. */
    static final String NOTHING = "Not below zero.";
    /** Said of an amount that may be below zero. */
    static final String EITHER_WAY = "Above or below zero.";
    /** Said of an amount that may be both. */
    static final String ANY = "Above or below zero, or zero.";

    private final IndexView code;

    public TermsInDocument(IndexView code) {
        this.code = code;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        for (var rule : List.of(Text.class, Reference.class)) {
            code.getAnnotations(rule).forEach(at -> limit(at, document));
        }
        code.getAnnotations(Amount.class).forEach(at -> sign(at, document));
        var paths = document.getPaths().getPathItems();
        paths.forEach((path, item) -> {
            if (path.endsWith(Validation.PATH)) {
                var recorded = path.substring(0, path.length() - Validation.PATH.length());
                judges(item.getPOST(), paths.get(recorded).getPOST(), document);
            }
        });
    }

    /** How long the text of a field may be. */
    private static void limit(AnnotationInstance rule, OpenAPI document) {
        if (rule.target().kind() != AnnotationTarget.Kind.FIELD) {
            return;
        }
        var said = property(rule.target().asField(), document);
        if (said != null) {
            said.setMaxLength(rule.value("max").asInt());
        }
    }

    /** Whether an amount may be something else than above zero. */
    private static void sign(AnnotationInstance rule, OpenAPI document) {
        boolean zero = rule.value("zero") != null && rule.value("zero").asBoolean();
        boolean negative =
                rule.value("negative") != null && rule.value("negative").asBoolean();
        if (rule.target().kind() != AnnotationTarget.Kind.FIELD || !zero && !negative) {
            return;
        }
        var said = property(rule.target().asField(), document);
        if (said != null) {
            var sign = zero && negative ? ANY : zero ? NOTHING : EITHER_WAY;
            said.setDescription(said.getDescription() == null ? sign : said.getDescription() + ". " + sign);
        }
    }

    /** What the document says of a field of terms; null where they are in no document. */
    private static Schema property(FieldInfo field, OpenAPI document) {
        var schema = document.getComponents().getSchemas().get(name(field.declaringClass()));
        return schema == null || schema.getProperties() == null
                ? null
                : schema.getProperties().get(field.name());
    }

    private static String name(ClassInfo record) {
        var said = record.declaredAnnotation(SAID);
        return said == null || said.value("name") == null
                ? record.simpleName()
                : said.value("name").asString();
    }

    private static void judges(Operation operation, Operation recording, OpenAPI document) {
        if (!String.valueOf(operation.getSecurity()).equals(String.valueOf(recording.getSecurity()))) {
            throw new IllegalStateException(
                    recording.getOperationId() + " and the validation of its terms are open to different roles");
        }
        var whole = recording
                .getRequestBody()
                .getContent()
                .getMediaType(MediaType.APPLICATION_JSON)
                .getSchema();
        var name = "PartOf" + whole.getRef().substring(SCHEMAS.length());
        document.getComponents().addSchema(name, part(whole, document));
        operation
                .tags(recording.getTags())
                .summary("Says what is wrong with a part of it before it is recorded")
                .description(
                        "Takes any of the fields and refuses those that would be refused when it is recorded; those that are left out are "
                                + "not asked for. Rules across fields are asked once all of their fields are given and right. Nothing is "
                                + "written, so it needs no Idempotency-Key.")
                .requestBody(createRequestBody()
                        .required(true)
                        .content(createContent()
                                .addMediaType(
                                        MediaType.APPLICATION_JSON,
                                        createMediaType().schema(createSchema().ref(SCHEMAS + name)))))
                .responses(createAPIResponses()
                        .addAPIResponse("204", createAPIResponse().description("Nothing is wrong with these fields")));
    }

    /** The same with nothing required; money is one value and stays whole. */
    private static Schema part(Schema whole, OpenAPI document) {
        if (whole.getItems() != null && whole.getItems().getRef() != null) {
            return createSchema()
                    .addType(SchemaType.ARRAY)
                    .description(whole.getDescription())
                    .maxItems(whole.getMaxItems())
                    .minItems(whole.getMinItems())
                    .items(part(whole.getItems(), document));
        }
        var named = whole.getRef() == null
                ? null
                : document.getComponents().getSchemas().get(whole.getRef().substring(SCHEMAS.length()));
        if (named == null || named.getProperties() == null || whole.getRef().equals(MONEY)) {
            return whole;
        }
        var part = createSchema().addType(SchemaType.OBJECT).description(whole.getDescription());
        named.getProperties().forEach((name, property) -> part.addProperty(name, part(property, document)));
        return part;
    }
}
