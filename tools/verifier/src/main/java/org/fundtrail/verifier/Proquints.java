package org.fundtrail.verifier;

/** Bytes as words that can be read to somebody: sixteen bits are five letters, consonants and vowels in turns (proquints). */
final class Proquints {
    private static final String CONSONANTS = "bdfghjklmnprstvz";
    private static final String VOWELS = "aiou";

    private Proquints() {}

    static String of(byte[] bytes) {
        var words = new StringBuilder();
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            int two = (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff;
            words.append(i == 0 ? "" : "-")
                    .append(CONSONANTS.charAt(two >> 12))
                    .append(VOWELS.charAt(two >> 10 & 3))
                    .append(CONSONANTS.charAt(two >> 6 & 15))
                    .append(VOWELS.charAt(two >> 4 & 3))
                    .append(CONSONANTS.charAt(two & 15));
        }
        return words.toString();
    }
}
