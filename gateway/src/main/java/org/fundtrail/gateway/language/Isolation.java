package org.fundtrail.gateway.language;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Keeps what people wrote apart from what stands beside it: a title with U+202E in it would turn round the amount that follows. Every
 * text on a page that has such a mark is put between FSI and PDI, in titles, lists and attributes too, where no element can do it.
 */
@ApplicationScoped
public class Isolation {
    private static final char FIRST_STRONG = '\u2068';
    private static final char POP = '\u2069';

    /** Before the mapper of Qute that escapes. */
    private static final class OfPages implements ResultMapper {
        @Override
        public int getPriority() {
            return 100;
        }

        @Override
        public boolean appliesTo(Origin origin, Object result) {
            return result instanceof String text
                    && origin.getVariant()
                            .map(Variant::getContentType)
                            .orElse("")
                            .equals(Variant.TEXT_HTML)
                    && isNeeded(text);
        }

        @Override
        public String map(Object result, Expression expression) {
            return escaped(of(result.toString()));
        }
    }

    void listen(@Observes EngineBuilder engine) {
        engine.addResultMapper(new OfPages());
    }

    /** Whether something in the text runs from right to left, or sets the direction of what follows. */
    static boolean isNeeded(String text) {
        return text.codePoints().anyMatch(c -> switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE -> true;
            default -> false;
        });
    }

    /** The text, isolated where that is needed; it cannot end its own isolation. */
    static String of(String text) {
        if (!isNeeded(text)) {
            return text;
        }
        var isolated = new StringBuilder().append(FIRST_STRONG);
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != POP) {
                isolated.append(c);
                open += c >= '\u2066' && c <= FIRST_STRONG ? 1 : 0;
            } else if (open > 0) {
                isolated.append(c);
                open--;
            }
        }
        return isolated.append(String.valueOf(POP).repeat(open + 1)).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
