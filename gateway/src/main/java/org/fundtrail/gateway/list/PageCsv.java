package org.fundtrail.gateway.list;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fundtrail.common.Columns;
import org.fundtrail.common.Csv;
import org.fundtrail.common.Money;
import org.fundtrail.common.Page;
import org.fundtrail.gateway.language.FieldValue;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/**
 * A file of a page, as the spreadsheet of its reader takes it: headings in words; in Lithuanian with semicolons between the cells and a
 * comma before the cents. Programs have the files of the API, with the names of fields and plain numbers.
 */
public final class PageCsv implements Closeable {
    /** A day, or a number with its decimals. */
    private static final Pattern PLAIN = Pattern.compile("\\d{4}-\\d{2}-\\d{2}|-?\\d{1,17}\\.\\d{1,6}");

    private final Language language;
    private final CsvWriter csv;

    /** @param head the columns, by the names of their fields */
    public PageCsv(OutputStream out, Language language, String... head) throws IOException {
        this.language = language;
        this.csv = Csv.writer(out, language == Language.LT ? ';' : ',');
        csv.writeRecord(
                Stream.of(head).map(field -> Words.field(language, field)).toList());
    }

    public PageCsv(OutputStream out, Language language, Columns<?> columns) throws IOException {
        this(out, language, columns.names().toArray(String[]::new));
    }

    public void rows(Page<Object[]> cells) {
        cells.items().forEach(this::row);
    }

    public void row(Object... cells) {
        var row = new ArrayList<String>(cells.length);
        for (var cell : cells) {
            row.add(cell instanceof String text ? Csv.disarmed(text) : text(cell));
        }
        csv.writeRecord(row);
    }

    private String text(Object cell) {
        if (cell instanceof Money money) {
            return number(money.amount());
        }
        if (cell instanceof BigDecimal number) {
            return number(number);
        }
        if (cell instanceof Instant at) {
            return language.moment(at);
        }
        return cell == null ? "" : cell.toString();
    }

    private String number(BigDecimal number) {
        var plain = number.toPlainString();
        return language == Language.LT ? plain.replace('.', ',') : plain;
    }

    /** The words of a value of a list; empty for none. */
    public static String label(Language language, String list, Object value) {
        return value == null ? "" : Words.label(language, list, value);
    }

    public String label(String list, Object value) {
        return label(language, list, value);
    }

    /** The word for a value where there is one; otherwise the value itself. */
    public String word(String list, String value) {
        var word = value == null ? null : Words.find(language, list + "." + value);
        return word == null ? value : word;
    }

    /** A value of a journal entry about a record of this kind: days and numbers as in the other columns, anything else in the reader's words. */
    public String value(String kind, String field, Object value) {
        if (value instanceof String text && PLAIN.matcher(text).matches()) {
            return text.indexOf('-', 1) > 0 ? text : number(new BigDecimal(text));
        }
        return FieldValue.of(language, kind, field, value);
    }

    /** The words of a field's name. */
    public String field(String name) {
        return Words.field(language, name);
    }

    /** Ends a whole file. One that broke off is not ended, so that nobody takes it for whole. */
    @Override
    public void close() throws IOException {
        csv.close();
    }
}
