package org.fundtrail.common;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An exact sum of money: two decimals and its ISO 4217 currency. In JSON {@code {"amount": "37000000.00", "currency": "EUR"}}, the amount
 * as text, because a JSON number is a double to most programs.
 */
@JsonSerialize(using = Money.Writer.class)
@JsonDeserialize(using = Money.Reader.class)
@Schema(
        name = "Money",
        type = SchemaType.OBJECT,
        description = "An exact sum of money. The amount is text with two decimals; a JSON number is refused.",
        requiredProperties = {"amount", "currency"},
        properties = {
            @org.eclipse.microprofile.openapi.annotations.media.SchemaProperty(
                    name = "amount",
                    type = SchemaType.STRING,
                    pattern = "^-?\\d{1,17}(\\.\\d{1,2})?$",
                    examples = "37000000.00"),
            @org.eclipse.microprofile.openapi.annotations.media.SchemaProperty(
                    name = "currency",
                    type = SchemaType.STRING,
                    pattern = "^[A-Z]{3}$",
                    examples = "EUR")
        },
        examples = "{\"amount\": \"37000000.00\", \"currency\": \"EUR\"}")
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {
    public static final String EUR = "EUR";
    private static final Pattern AMOUNT = Pattern.compile("-?\\d+(\\.\\d{1,2})?");
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(17);

    /** Refuses more than two decimals (never rounds silently) and what NUMERIC(19,2) cannot hold. */
    public Money {
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
        if (amount.abs().compareTo(LIMIT) >= 0) {
            throw new ArithmeticException("An amount has at most 17 digits before the decimal point");
        }
    }

    public static Money eur(BigDecimal amount) {
        return new Money(amount, EUR);
    }

    public static Money eur(String amount) {
        return new Money(new BigDecimal(amount), EUR);
    }

    public static Money zero() {
        return eur(BigDecimal.ZERO);
    }

    /** Rounds half up to the cent, the rule of Regulation (EC) 1103/97. */
    public static Money rounded(BigDecimal amount, String currency) {
        return new Money(amount.setScale(2, RoundingMode.HALF_UP), currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    /** This share of it, rounded half up to the cent. */
    public Money times(BigDecimal rate) {
        return rounded(amount.multiply(rate), currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @JsonIgnore
    public boolean isPositive() {
        return amount.signum() > 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot reckon " + currency + " with " + other.currency);
        }
        return other;
    }

    /** Such as {@code EUR 37 000 000.00}: for sentences, the spaces do not break. */
    @Override
    public String toString() {
        var plain = amount.abs().toPlainString();
        var whole = new StringBuilder(plain.substring(0, plain.length() - 3));
        for (int i = whole.length() - 3; i > 0; i -= 3) {
            whole.insert(i, '\u00a0');
        }
        return currency + '\u00a0' + (amount.signum() < 0 ? "-" : "") + whole + plain.substring(plain.length() - 3);
    }

    static final class Writer extends StdSerializer<Money> {
        Writer() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("amount", money.amount.toPlainString());
            json.writeStringField("currency", money.currency);
            json.writeEndObject();
        }
    }

    static final class Reader extends StdDeserializer<Money> {
        Reader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = context.readTree(parser);
            if (!node.isObject()) {
                throw Unreadable.by(parser, InputRule.AMOUNT_MALFORMED);
            }
            for (var name = node.fieldNames(); name.hasNext(); ) {
                var field = name.next();
                if (!field.equals("amount") && !field.equals("currency")) {
                    throw Unreadable.inField(parser, field, InputRule.UNKNOWN_FIELD);
                }
            }
            var amount = node.get("amount");
            var currency = node.get("currency");
            if (amount == null
                    || !amount.isTextual()
                    || amount.textValue().length() > 40
                    || !AMOUNT.matcher(amount.textValue()).matches()) {
                throw Unreadable.by(parser, InputRule.AMOUNT_MALFORMED);
            }
            if (currency == null || !currency.isTextual() || !isCurrency(currency.textValue())) {
                var said = currency == null ? "Nothing" : currency.asText();
                throw Unreadable.by(
                        parser, InputRule.CURRENCY_UNKNOWN, "currency", said.substring(0, Math.min(said.length(), 20)));
            }
            var value = new BigDecimal(amount.textValue());
            if (value.abs().compareTo(LIMIT) >= 0) {
                throw Unreadable.by(parser, InputRule.AMOUNT_TOO_LARGE);
            }
            return new Money(value, currency.textValue());
        }

        private static boolean isCurrency(String code) {
            try {
                return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
