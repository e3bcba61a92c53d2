package org.fundtrail.funding.api.recovery;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.fundtrail.common.Unreadable;
import org.fundtrail.funding.api.rules.FundingRule;

/** Reads a rate in per cent, as central banks say theirs: text with at most two decimals. */
final class PerCent extends StdScalarDeserializer<BigDecimal> {
    private static final Pattern TEXT = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?");

    PerCent() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)
                || !TEXT.matcher(parser.getText()).matches()) {
            throw Unreadable.by(parser, FundingRule.PER_CENT_MALFORMED);
        }
        return new BigDecimal(parser.getText());
    }
}
