package org.fundtrail.records;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Says in the API's document what the tables of steps say: which steps an operation takes, from where to where, and who is refused. An
 * operation names its steps as {@code @Extension(name = StepsInDocument.STEPS, value = "<enum> <step> <step>")}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class StepsInDocument implements OASFilter {
    public static final String STEPS = "x-steps";

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getExtensions() != null && operation.getExtensions().containsKey(STEPS)) {
            var words = String.valueOf(operation.getExtensions().get(STEPS)).split(" ");
            operation.removeExtension(STEPS);
            var steps = Arrays.stream(words)
                    .skip(1)
                    .map(name -> step(words[0], name))
                    .toList();
            mustAllow(operation, steps);
            operation.setDescription(
                    (operation.getDescription() == null ? "" : operation.getDescription() + " ") + said(steps));
        }
        return operation;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Step step(String table, String name) {
        try {
            var type = Class.forName(table, true, Thread.currentThread().getContextClassLoader());
            return (Step) Enum.valueOf((Class<? extends Enum>) type.asSubclass(Enum.class), name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("No table of steps is called " + table, e);
        }
    }

    /** The door before the use case lets in just those whose step it is. */
    private static void mustAllow(Operation operation, List<Step> steps) {
        var roles = operation.getSecurity() == null
                ? List.<String>of()
                : operation.getSecurity().stream()
                        .flatMap(requirement -> requirement.getSchemes().values().stream())
                        .flatMap(List::stream)
                        .distinct()
                        .sorted()
                        .toList();
        var wanted = steps.stream()
                .map(step -> step.edge().role())
                .distinct()
                .sorted()
                .toList();
        if (!roles.isEmpty() && !roles.equals(wanted)) {
            throw new IllegalStateException(
                    operation.getOperationId() + " is open to " + roles + ", its steps are for " + wanted);
        }
    }

    private static String said(List<Step> steps) {
        var said = new ArrayList<String>();
        for (var step : steps) {
            var edge = step.edge();
            said.add(step.name() + " ("
                    + (edge.from().isEmpty()
                            ? "makes it"
                            : edge.from().stream().map(Enum::name).sorted().collect(Collectors.joining(" or ")) + " to")
                    + " " + edge.to().name()
                    + (edge.duty() == null ? "" : ", duty " + edge.duty())
                    + (edge.reasonNeeded() ? ", with a reason" : "")
                    + (edge.ofOnesOwn() ? ", only by who recorded or changed it" : "") + ")");
        }
        var duties = steps.stream()
                .anyMatch(step ->
                        step.edge().duty() != null && !step.edge().from().isEmpty());
        return "Steps: " + String.join(", ", said) + "; refused with wrong-state in any other state"
                + (duties ? ", with own-record or other-duty to whoever has another duty on the record." : ".");
    }
}
