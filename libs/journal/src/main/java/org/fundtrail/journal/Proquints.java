package org.fundtrail.journal;

/** Bytes as words that can be read out by telephone in any language: two bytes are five letters, consonants and vowels in turns. */
public final class Proquints {
    private static final String CONSONANTS = "bdfghjklmnprstvz";
    private static final String VOWELS = "aiou";

    private Proquints() {}

    /** The words of an even number of bytes, joined by hyphens, the first bytes first. */
    public static String of(byte[] bytes) {
        var words = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 2) {
            int pair = (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff;
            words.append(i == 0 ? "" : "-")
                    .append(CONSONANTS.charAt(pair >> 12))
                    .append(VOWELS.charAt(pair >> 10 & 3))
                    .append(CONSONANTS.charAt(pair >> 6 & 15))
                    .append(VOWELS.charAt(pair >> 4 & 3))
                    .append(CONSONANTS.charAt(pair & 15));
        }
        return words.toString();
    }
}
