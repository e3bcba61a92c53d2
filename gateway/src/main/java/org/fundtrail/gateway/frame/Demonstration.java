package org.fundtrail.gateway.frame;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fundtrail.gateway.door.DoorConfig;

/** The sign-ins that the demonstration offers on its sign-in page; none where an OpenID provider is configured. */
@ApplicationScoped
@Named("demonstration")
public class Demonstration {

    @ConfigMapping(prefix = "fundtrail.users")
    interface Users {
        @WithParentName
        Map<String, Configured> byName();
    }

    interface Configured {
        String name();

        Set<String> roles();

        Optional<String> institution();
    }

    public record User(String user, String name, String role, String institution) {}

    private final List<User> users;

    Demonstration(Users configured, DoorConfig door) {
        this.users = !door.demonstration()
                ? List.of()
                : configured.byName().entrySet().stream()
                        .map(e -> new User(
                                e.getKey(),
                                e.getValue().name(),
                                View.firstRole(e.getValue().roles()),
                                e.getValue().institution().orElse(null)))
                        .sorted(Comparator.comparing((User u) -> View.ROLES.indexOf(u.role()))
                                .thenComparing(User::user))
                        .toList();
    }

    public List<User> users() {
        return users;
    }
}
