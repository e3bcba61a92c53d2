package org.fundtrail.gateway.openapi;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The API to read and to try: Swagger UI in a page of ours, because its own has scripts written into it. */
@Singleton
class DocsPage {
    private static final int AFTER_THE_DOOR = -1;
    private static final int BEFORE_THE_DOCUMENT = 50;

    void routes(@Observes Router router) {
        for (var path : new String[] {"/docs", "/docs/", "/docs/index.html"}) {
            serve(router, path, "docs.html", "text/html;charset=UTF-8");
        }
        serve(router, "/docs/docs.css", "docs.css", "text/css;charset=UTF-8");
        serve(router, "/docs/docs.js", "docs.js", "text/javascript;charset=UTF-8");
    }

    private static void serve(Router router, String path, String file, String type) {
        var content = read(file);
        router.get(path)
                .order(AFTER_THE_DOOR)
                .handler(at -> at.response()
                        .putHeader("Content-Type", type)
                        .putHeader("Cache-Control", "no-cache")
                        .end(content));
    }

    private static String read(String file) {
        try (var in = DocsPage.class.getResourceAsStream("/docs/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void formats(@Observes Filters filters) {
        filters.register(DocsPage::chooseFormat, BEFORE_THE_DOCUMENT);
    }

    /** JSON unless YAML is asked for: what answers here gives YAML by default and lets Accept win over the query. */
    private static void chooseFormat(RoutingContext at) {
        if (at.normalizedPath().equals("/openapi")) {
            var format = at.queryParam("format").stream().findFirst().orElse(null);
            var accept = at.request().getHeader("Accept");
            boolean yaml = format == null ? asksForYaml(accept) : format.equalsIgnoreCase("yaml");
            at.request().headers().set("Accept", yaml ? "application/yaml" : "application/json");
        }
        at.next();
    }

    private static boolean asksForYaml(String accept) {
        if (accept == null) {
            return false;
        }
        var asked = accept.toLowerCase(Locale.ROOT);
        return asked.contains("yaml")
                && (!asked.contains("application/json") || asked.indexOf("yaml") < asked.indexOf("application/json"));
    }
}
