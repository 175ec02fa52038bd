package org.parley.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

    private static String forms(String text) {
        return Tokenizer.tokenize(text).stream().map(Token::form).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Ukraine's envoy didn't say so. | Ukraine 's envoy did n't say so .",
                "We’ll talk, they can’t. | We ’ll talk , they ca n’t .",
                "The ministers' plan | The ministers ' plan",
                "I cannot go, he's gonna | I can not go , he 's gon na",
                "the U.S.-backed 28-point plan | the U.S. - backed 28 - point plan",
                "pro-Russian, re-elected, anti-war, co-chair | pro-Russian , re-elected , anti-war , co-chair",
                "F-16s, S-400, COVID-19 | F-16s , S-400 , COVID-19",
                "al-Harouni met Jean-Marc | al - Harouni met Jean - Marc",
                "Mr. Smith, Gen. Berg, J.D. Vance | Mr. Smith , Gen. Berg , J.D. Vance",
                "at 3:30 p.m. on Nov. 27, 2025 | at 3:30 p.m. on Nov. 27 , 2025",
                "$1.5bn, 3.5%, €20m, US$4 | $ 1.5bn , 3.5 % , € 20m , US$ 4",
                "1,000 and 2019,2020 | 1,000 and 2019 , 2020",
                "No. 10 said no. | No. 10 said no .",
                "It ended... then -- he left—really… | It ended ... then -- he left — really …",
                "“Yes,” ‘no’ \"so\" | “ Yes , ” ‘ no ’ \" so \"",
                "see https://a.example.org/x-1?y=2, or b@c.example.org. | see https://a.example.org/x-1?y=2 , or b@c.example.org .",
                "Znak.com said @who #peace | Znak.com said @who #peace",
                "today.Then | today . Then",
                "O'Brien, d'Estaing, Sana'a and AT&T | O'Brien , d'Estaing , Sana'a and AT&T",
                "and/or 24/7 | and / or 24/7",
                "the '90s (AP) [sic] | the '90s ( AP ) [ sic ]",
            })
    void text_comes_apart_like_the_penn_treebank(String text, String tokens) {
        assertThat(forms(text)).isEqualTo(tokens);
    }

    @Test
    void offsets_count_utf16_in_the_whole_text() {
        String text = "𝔸 \uD83D\uDE00 said";
        Token said = Tokenizer.tokenize(text, 3, text.length()).get(1);
        assertThat(said).isEqualTo(new Token(6, 10, "said"));
    }

    @Test
    void every_token_is_the_text_at_its_offsets_and_nothing_but_white_space_is_left_out() {
        Random random = new Random(7);
        for (int round = 0; round < 3000; round++) {
            String text = noise(random);
            int from = random.nextInt(text.length() + 1);
            List<Token> tokens = Tokenizer.tokenize(text, from, text.length());
            int at = from;
            for (Token t : tokens) {
                assertThat(t.start()).isGreaterThanOrEqualTo(at);
                assertThat(text.substring(t.start(), t.end()))
                        .isEqualTo(t.form())
                        .isNotEmpty();
                assertThat(text.substring(at, t.start()).codePoints()).allMatch(Chars::isSpace);
                at = t.end();
            }
            assertThat(text.substring(at).codePoints()).allMatch(Chars::isSpace);
        }
    }

    /** Pieces that meet the tokenizer's rules, in senseless order, with halves of surrogate pairs. */
    private static String noise(Random random) {
        String[] pieces = {
            "a",
            "N",
            "n't",
            "'",
            "’",
            "\"",
            "“",
            ".",
            "..",
            "-",
            "--",
            "—",
            " ",
            "\u00A0",
            "\n",
            "\t",
            "U.S",
            "Mr",
            "12",
            ",",
            ":",
            "/",
            "@",
            "#",
            "$",
            "%",
            "http://",
            "www.",
            "&",
            "_",
            "é",
            "Ж",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00",
            "e\u0301",
            "(",
            ")",
            "…",
            "cannot",
            "US$",
            "'s",
            "\u200B"
        };
        StringBuilder b = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            b.append(pieces[random.nextInt(pieces.length)]);
        }
        return b.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "-", ".", "a.", "a-", "'", "n't", "1.", "@", "a@", "x/"})
    void time_grows_with_the_length_of_the_text_only(String piece) {
        String text = piece.repeat(400_000 / piece.length());
        long start = System.nanoTime();
        Tokenizer.tokenize(text);
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(5_000);
    }
}
