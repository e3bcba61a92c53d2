package org.fundtrail.records;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.builder.ResponseBuilder;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path that is read quickly reads what a script reads. */
class QuickPathsTest {
    private static ValidatableResponse answer() {
        return new ResponseBuilder()
                .setStatusCode(200)
                .setContentType("application/json")
                .setBody("""
                        {"id": "7", "none": null, "n": 3, "share": 0.5, "items": [
                            {"id": "a", "n": 1, "tags": ["x", "y"], "inner": {"name": "first"}},
                            {"id": "b", "n": 2, "tags": [], "inner": {"name": null}}]}""")
                .build()
                .then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "none",
                "absent",
                "n",
                "share",
                "items",
                "items.id",
                "items.tags",
                "items.inner.name",
                "items[1].id",
                "items[0].tags[1]",
                "items.size()",
                "items.find { it.id == 'b' }.n",
                "items.find { it.id == 'a' }.tags[0]",
                "items.find { it.id == 'c' }",
                "items.find { it.n > 1 }.id"
            })
    void it_reads_the_same(String path) {
        Object expected = answer().extract().path(path);
        assertEquals(expected, QuickPaths.of(answer()).extract().<Object>path(path));
        QuickPaths.of(answer()).statusCode(200).body(path, equalTo(expected), "id", equalTo("7"));
    }

    @Test
    void what_is_not_as_expected_is_refused() {
        for (var path : new String[] {"id", "absent", "items.id", "items[7].id", "none.id"}) {
            assertThrows(
                    AssertionError.class,
                    () -> QuickPaths.of(answer()).body("n", equalTo(3), path, equalTo("something else")),
                    path);
        }
    }
}
