package org.parley.extraction.text;

/** Languages that their script gives away. */
final class Scripts {

    private static final int LOOK_AT = 20_000;

    private Scripts() {}

    /** The language of a text that is mostly in a script of its own, or null. */
    static String language(char[] text) {
        int letters = 0;
        int cyrillic = 0;
        int ukrainian = 0;
        int arabic = 0;
        int persian = 0;
        int han = 0;
        int kana = 0;
        int hangul = 0;
        int greek = 0;
        int hebrew = 0;
        int others = 0;
        int end = Math.min(text.length, LOOK_AT);
        for (int i = 0; i < end; i++) {
            char c = text[i];
            // Most characters of most texts; to look up their script costs ten times as much.
            if (c < 0x80 || !Letters.isLetter(c)) {
                continue;
            }
            letters++;
            switch (Character.UnicodeScript.of(c)) {
                case CYRILLIC -> {
                    cyrillic++;
                    ukrainian += "\u0456\u0457\u0454\u0491\u0406\u0407\u0404\u0490".indexOf(c) >= 0 ? 1 : 0;
                }
                case ARABIC -> {
                    arabic++;
                    persian += "\u067e\u0686\u06af\u06cc\u06a9".indexOf(c) >= 0 ? 1 : 0;
                }
                case HAN -> han++;
                case HIRAGANA, KATAKANA -> kana++;
                case HANGUL -> hangul++;
                case GREEK -> greek++;
                case HEBREW -> hebrew++;
                case LATIN -> {}
                default -> others++;
            }
        }
        if (letters == 0) {
            return null;
        }
        for (int i = 0; i < end; i++) {
            letters += text[i] < 0x80 && Letters.isLetter(text[i]) ? 1 : 0;
        }
        int half = letters / 2;
        if (letters < 10) {
            return null;
        }
        if (cyrillic > half) {
            return ukrainian * 50 > cyrillic ? "uk" : "ru";
        }
        if (arabic > half) {
            return persian * 30 > arabic ? "fa" : "ar";
        }
        if (han + kana > half) {
            return kana * 10 > han ? "ja" : "zh";
        }
        if (hangul > half) {
            return "ko";
        }
        if (greek > half) {
            return "el";
        }
        if (hebrew > half) {
            return "he";
        }
        return others > half ? "mul" : null;
    }
}
