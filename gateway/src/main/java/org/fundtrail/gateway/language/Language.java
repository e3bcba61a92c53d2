package org.fundtrail.gateway.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.fundtrail.common.Time;

/**
 * The languages of the pages, and how each writes and reads sums, shares and days. Written out here rather than taken from the JDK's
 * locale data, which changes from release to release (Lithuanian got U+2212 as its minus sign in 17).
 */
public enum Language {
    EN("en", '.', ","),
    LT("lt", ',', "\u00a0");

    private static final String NBSP = "\u00a0";
    private static final String[] EN_MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };
    private static final String[] LT_MONTHS = {
        "sausio",
        "vasario",
        "kovo",
        "balandžio",
        "gegužės",
        "birželio",
        "liepos",
        "rugpjūčio",
        "rugsėjo",
        "spalio",
        "lapkričio",
        "gruodžio"
    };
    private static final String[] EN_WEEKDAYS = {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
    };
    private static final String[] LT_WEEKDAYS = {
        "pirmadienis", "antradienis", "trečiadienis", "ketvirtadienis", "penktadienis", "šeštadienis", "sekmadienis"
    };
    /** Everything that people and programs put between groups of digits and that looks like a space. */
    private static final Pattern SPACE = Pattern.compile("[ \\t\u00a0\u2007\u2009\u202f]");

    /** However the language writes sums: two digits after the last mark, and another one between groups of three, have one reading. */
    private static final Pattern ONE_READING = Pattern.compile(
            "(-?(?:\\d{1,3}(?: \\d{3})+|\\d{1,3}(?:\\.\\d{3})+(?=,)|\\d{1,3}(?:,\\d{3})+(?=\\.)))[.,](\\d{2})");

    private static final int DIGITS = 17;

    private final String code;
    private final char decimalMark;
    private final String groupMark;
    private final Pattern amount;
    private final Pattern share;

    Language(String code, char decimalMark, String groupMark) {
        this.code = code;
        this.decimalMark = decimalMark;
        this.groupMark = groupMark;
        var mark = Pattern.quote(String.valueOf(decimalMark));
        // A comma groups digits in English only, a full stop in neither: 15.400 is fifteen to one reader and fifteen
        // thousand to another.
        var groups = code.equals("en") ? "\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+" : "\\d{1,3}(?: \\d{3})+";
        this.amount = Pattern.compile("(-?(?:\\d+|" + groups + "))(?:" + mark + "(\\d{1,2}))?");
        this.share = Pattern.compile("(-?\\d{1,3})(?:" + mark + "(\\d{1,4}))?");
    }

    /** The language of this code, English for any other. */
    public static Language of(String code) {
        return Stream.of(values())
                .filter(language -> language.code.equalsIgnoreCase(code))
                .findFirst()
                .orElse(EN);
    }

    public static Language of(Locale locale) {
        return of(locale.getLanguage());
    }

    /** The language in which a page is shown, by the attribute {@code locale} of its template. */
    public static Language ofPage(Object locale) {
        return locale instanceof Locale known ? of(known) : of(String.valueOf(locale));
    }

    public String code() {
        return code;
    }

    public Locale locale() {
        return Locale.forLanguageTag(code);
    }

    public Language other() {
        return this == EN ? LT : EN;
    }

    /** {@code €37,000,000.00} or {@code 37 000 000,00 €}, with spaces that do not break. */
    public String money(Money money) {
        if (money == null) {
            return "–";
        }
        return withCurrency(number(money.amount(), 2), money);
    }

    /** {@code €347.5 million} or {@code 347,5 mln. €}: for headlines only; below a million the exact sum. */
    public String millions(Money money) {
        if (money.amount().abs().compareTo(BigDecimal.valueOf(1_000_000)) < 0) {
            return money(money);
        }
        var number = number(inMillions(money), 1);
        return this == EN
                ? withCurrency(number, money) + NBSP + "million"
                : withCurrency(number + NBSP + "mln.", money);
    }

    /** The same without the word, for labels inside a chart: {@code 347.5}. */
    public String millionsOnly(Money money) {
        return number(inMillions(money), 1);
    }

    private static BigDecimal inMillions(Money money) {
        return money.amount().movePointLeft(6).setScale(1, RoundingMode.HALF_UP);
    }

    private String withCurrency(String number, Money money) {
        var sign = money.currency().equals(Money.EUR) ? "€" : money.currency();
        if (this == LT) {
            return number + NBSP + sign;
        }
        var currency = sign.equals("€") ? sign : sign + NBSP;
        return number.startsWith("−") ? "−" + currency + number.substring(1) : currency + number;
    }

    /** As an officer would type it into a form of this language: {@code 37000000.00} or {@code 37000000,00}, with groups. */
    public String typed(Money money) {
        return number(money.amount(), 2).replace('−', '-');
    }

    public String number(BigDecimal value, int decimals) {
        var plain = value.abs().setScale(decimals, RoundingMode.HALF_UP).toPlainString();
        int point = plain.indexOf('.');
        var whole = new StringBuilder(point < 0 ? plain : plain.substring(0, point));
        for (int i = whole.length() - 3; i > 0; i -= 3) {
            whole.insert(i, groupMark);
        }
        if (point >= 0) {
            whole.append(decimalMark).append(plain, point + 1, plain.length());
        }
        return (value.signum() < 0 ? "−" : "") + whole;
    }

    public String count(long value) {
        return number(BigDecimal.valueOf(value), 0);
    }

    /** A share between 0 and 1 as per cent: {@code 75%} or {@code 75 %}. */
    public String percent(BigDecimal share) {
        return share == null ? "–" : percentTyped(share) + (this == EN ? "%" : NBSP + "%");
    }

    public String percentTyped(BigDecimal share) {
        var hundredfold = share.movePointRight(2).stripTrailingZeros();
        return number(hundredfold, Math.max(0, hundredfold.scale())).replace('−', '-');
    }

    /** {@code 23 November 2026} or {@code 2026 m. lapkričio 23 d.}. */
    public String date(LocalDate day) {
        if (day == null) {
            return "–";
        }
        return this == EN
                ? day.getDayOfMonth() + NBSP + EN_MONTHS[day.getMonthValue() - 1] + NBSP + day.getYear()
                : day.getYear() + NBSP + "m. " + LT_MONTHS[day.getMonthValue() - 1] + NBSP + day.getDayOfMonth() + NBSP
                        + "d.";
    }

    public String weekday(LocalDate day) {
        int index = day.getDayOfWeek().getValue() - 1;
        return this == EN ? EN_WEEKDAYS[index] + " " + date(day) : date(day) + ", " + LT_WEEKDAYS[index];
    }

    /** To the minute, in Vilnius. */
    public String moment(Instant at) {
        if (at == null) {
            return "–";
        }
        var day = LocalDate.ofInstant(at, Time.VILNIUS);
        return date(day) + (this == EN ? " at " : " ") + clock(at);
    }

    public String clock(Instant at) {
        var time = at.atZone(Time.VILNIUS);
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    /** The order in which a date is typed. */
    public List<String> dateParts() {
        return this == EN ? List.of("day", "month", "year") : List.of("year", "month", "day");
    }

    /**
     * Reads a sum as it is typed in this language: spaces of any kind between groups, this language's decimal mark, a euro sign before
     * or after; and one that is typed otherwise and has one reading only.
     *
     * @throws Unclear if it is no number, or could be read in two ways
     */
    public BigDecimal readAmount(String typed) {
        var text = tidy(typed);
        if (text.startsWith("EUR") || text.startsWith("€")) {
            text = text.substring(text.startsWith("€") ? 1 : 3).strip();
        } else if (text.endsWith("EUR") || text.endsWith("€")) {
            text = text.substring(0, text.length() - (text.endsWith("€") ? 1 : 3))
                    .strip();
        }
        var read = amount.matcher(text);
        if (!read.matches()) {
            read = ONE_READING.matcher(text);
        }
        if (!read.matches()) {
            throw new Unclear(text.matches("-?[\\d ]*[.,][\\d .,]*") ? "amount-ambiguous" : "amount-unreadable");
        }
        var whole = read.group(1).replaceAll("[ .,]", "");
        if (whole.length() > DIGITS) {
            throw new Unclear("amount-too-large");
        }
        return new BigDecimal(whole + "." + (read.group(2) == null ? "00" : read.group(2))).setScale(2);
    }

    /** Reads how much of something there is, with at most six decimals; groups may be parted by spaces. */
    public BigDecimal readQuantity(String typed) {
        var text = SPACE.matcher(tidy(typed)).replaceAll("");
        boolean isInTwoWays = this == EN && text.matches("\\d{1,3},\\d{3}"); // a thousand, or one and some thousandths
        if (isInTwoWays || !text.matches("\\d{1,12}([.,]\\d{1,6})?")) {
            throw new Unclear("problem.quantity-malformed");
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    /** Reads a rate that is said in per cent, from 0 to 100 with at most two decimals. */
    public BigDecimal readRate(String typed) {
        var text = tidy(typed).replaceFirst(" ?%$", "").replace(',', '.');
        if (!text.matches("100(\\.0{1,2})?|\\d{1,2}(\\.\\d{1,2})?")) {
            throw new Unclear("problem.per-cent-malformed");
        }
        return new BigDecimal(text);
    }

    /** A number of the API as it is written in this language. */
    public String number(String plain) {
        return plain.replace('.', decimalMark);
    }

    /** Reads per cent as a share between 0 and 1. */
    public BigDecimal readPercent(String typed) {
        var text = tidy(typed);
        var read = share.matcher(
                text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text);
        if (!read.matches()) {
            throw new Unclear("rate-unreadable");
        }
        return new BigDecimal(read.group(1) + "." + (read.group(2) == null ? "0" : read.group(2)))
                .movePointLeft(2)
                .stripTrailingZeros();
    }

    private static String tidy(String typed) {
        return SPACE.matcher(typed.replace('\u2212', '-')).replaceAll(" ").strip();
    }

    /** What was typed cannot be read; the code says which sentence to show. */
    public static final class Unclear extends RuntimeException {
        private final String code;

        Unclear(String code) {
            super(code, null, false, false);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
