package org.fundtrail.gateway.contract;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.StepTerms;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.DecisionForm;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.ShortStep;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.api.contract.Stage;

/** How far a contract has come, said on its page. */
@Path("/contracts/{id}/stage")
@Produces(MediaType.TEXT_HTML)
public class StagePages {
    private static final Fields<StepTerms> FIELDS =
            Fields.of(StepTerms.class, "contract", Field.one("step", "stage", Stage.values()), Field.day("on"));

    private final InfrastructureRecords records;
    private final ContractPages contracts;
    private final FormFlow flow;

    StagePages(@RestClient InfrastructureRecords records, ContractPages contracts, FormFlow flow) {
        this.records = records;
        this.contracts = contracts;
        this.flow = flow;
    }

    /** What a reader may say of the contract now. */
    static List<Option> next(ContractView contract, Language language) {
        var next = Stream.of(Stage.values())
                .filter(stage -> contract.actions().contains(action(stage)))
                .toArray(Stage[]::new);
        return Option.of(language, "stage", next);
    }

    private static String action(Stage stage) {
        return stage.name().toLowerCase().replace('_', '-');
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reach(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        var form = flow.view().form(sent);
        var step = FIELDS.read(form);
        return flow.take(
                form,
                ShortStep.on(contracts, id, "stage", "stage", FIELDS),
                () -> records.take("contracts", id, DecisionForm.version(form), form.key(), step),
                again -> contracts.detail(id, again, null));
    }
}
