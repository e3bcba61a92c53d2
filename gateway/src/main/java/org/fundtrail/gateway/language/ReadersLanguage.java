package org.fundtrail.gateway.language;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In which language a request is answered: the one it asks for, the one chosen before, or one that the browser's reader understands. */
@RequestScoped
public class ReadersLanguage {
    public static final String PARAMETER = "lang";

    private static final String COOKIE = "fundtrail-language";
    private static final int YEAR = 31_536_000;

    private final RoutingContext routing;
    private Language language;

    ReadersLanguage(RoutingContext routing) {
        this.routing = routing;
    }

    public Language language() {
        if (language == null) {
            language = asked().or(this::remembered).orElseGet(this::accepted);
        }
        return language;
    }

    private Optional<Language> asked() {
        return Optional.ofNullable(request().getParam(PARAMETER)).map(Language::of);
    }

    private Optional<Language> remembered() {
        return Optional.ofNullable(request().getCookie(COOKIE)).map(cookie -> Language.of(cookie.getValue()));
    }

    private Language accepted() {
        var accepted = request().getHeader("Accept-Language");
        if (accepted == null || accepted.isBlank()) {
            return Language.EN;
        }
        try {
            return Locale.LanguageRange.parse(accepted).stream()
                    .map(range -> range.getRange().split("-")[0])
                    .flatMap(range -> Stream.of(Language.values())
                            .filter(language -> language.code().equals(range)))
                    .findFirst()
                    .orElse(Language.EN);
        } catch (IllegalArgumentException e) {
            return Language.EN;
        }
    }

    /** What keeps the language that this request asks for, for a year. */
    public Optional<NewCookie> chosen() {
        return asked().map(chosen -> new NewCookie.Builder(COOKIE)
                .value(chosen.code())
                .path("/")
                .maxAge(YEAR)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build());
    }

    private HttpServerRequest request() {
        return routing.request();
    }
}
