package org.fundtrail.records;

import static org.fundtrail.funding.Funding.API;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Role;
import org.junit.jupiter.api.Test;

/** How somebody looks at a list is kept by name, for them and for whom they share it with. */
@QuarkusTest
class SavedViewsTest {
    private static final Person ADMINISTRATOR = new Person("admin", Role.ADMINISTRATOR, "LT-VRM");

    private final String list = "list-" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");

    private static Person somebody(String role, String institution) {
        return new Person("viewer-" + UUID.randomUUID(), role, institution);
    }

    private ValidatableResponse kept(Person owner, String name, String query, String role) {
        var view = new HashMap<String, Object>(Map.of("name", name, "query", query, "isMine", true));
        view.put("role", role);
        return owner.request().body(view).put(API + "/views/" + list).then();
    }

    private ValidatableResponse views(Person reader) {
        return reader.get(API + "/views?list=" + list).statusCode(200);
    }

    @Test
    void a_view_is_kept_by_its_name_and_the_last_of_that_name_stays() {
        var owner = somebody(Role.ACCOUNTANT, "LT-VRM");
        kept(owner, "Open", "status=RECORDED&sort=-amount", null).statusCode(204);
        kept(owner, "Big", "sort=-amount", null).statusCode(204);
        kept(owner, "Open", "status=RECORDED&columns=amount%2Cstatus", null).statusCode(204);
        views(owner)
                .body("name", contains("Big", "Open"))
                .body("query", contains("sort=-amount", "status=RECORDED&columns=amount%2Cstatus"))
                .body("isMine", contains(true, true));
        owner.get(API + "/views?list=another").body("", empty());
    }

    @Test
    void it_is_read_by_its_owner_and_shared_by_a_role_of_the_same_institution_alone() {
        var owner = somebody(Role.FUNDING_OFFICER, "LT-VRM");
        kept(owner, "Mine", "sort=amount", null).statusCode(204);
        kept(owner, "Ours", "sort=-amount", Role.APPROVER).statusCode(204);
        views(owner).body("name", contains("Mine", "Ours"));
        views(somebody(Role.APPROVER, "LT-VRM")).body("name", contains("Ours")).body("isMine", contains(false));
        views(somebody(Role.FUNDING_OFFICER, "LT-VRM")).body("", empty());
        views(somebody(Role.APPROVER, "LV-IEM")).body("", empty());
        views(new Person(owner.subject(), Role.FUNDING_OFFICER, "LV-IEM")).body("", empty());
    }

    @Test
    void only_its_owner_removes_it() {
        var owner = somebody(Role.FUNDING_OFFICER, "LT-VRM");
        kept(owner, "Ours", "", Role.APPROVER).statusCode(204);
        var id = views(owner).extract().<String>path("[0].id");
        somebody(Role.APPROVER, "LT-VRM")
                .request()
                .delete(API + "/views/" + id)
                .then()
                .statusCode(204);
        views(owner).body("name", contains("Ours"));
        owner.request().delete(API + "/views/" + id).then().statusCode(204);
        views(owner).body("", empty());
    }

    @Test
    void it_goes_with_the_data_of_whoever_saved_it() {
        var owner = somebody(Role.FUNDING_OFFICER, "LT-VRM");
        kept(owner, "Ours", "sort=amount", Role.APPROVER).statusCode(204);
        var id = owner.id();
        ADMINISTRATOR
                .post(API + "/persons/{id}/erasure", Map.of("reason", "Asked for it"), id)
                .statusCode(200);
        assertEquals(List.of(), Books.rows("SELECT 1 FROM views.view WHERE person = ?::uuid", id));
    }

    @Test
    void what_is_no_query_no_role_or_too_much_is_refused() {
        var owner = somebody(Role.FUNDING_OFFICER, "LT-VRM");
        kept(owner, "x".repeat(101), "", null).statusCode(400).body("field", is("name"));
        kept(owner, "Out", "\"><script>", null).statusCode(400).body("field", is("query"));
        kept(owner, "Out", "x=" + "1".repeat(2000), null).statusCode(400).body("field", is("query"));
        kept(owner, "Ours", "", "everybody").statusCode(400).body("field", is("role"));
        kept(owner, "", "columns=amount", Role.APPROVER).statusCode(400).body("field", is("role"));
        for (int n = 0; n < 50; n++) {
            kept(owner, "View " + n, "", null).statusCode(204);
        }
        kept(owner, "View 50", "", null).statusCode(400);
        kept(owner, "View 49", "sort=amount", null).statusCode(204);
    }
}
