package org.parley.events.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.extraction.Span;

class ReceiptTest {

    @Test
    void it_holds_the_words_and_up_to_32_characters_on_each_side() {
        String text = "x".repeat(50) + "WORDS" + "y".repeat(10);

        Receipt receipt = Receipt.of(text, new Span(50, 55));

        assertThat(receipt.exact()).isEqualTo("WORDS");
        assertThat(receipt.prefix()).isEqualTo("x".repeat(32));
        assertThat(receipt.suffix()).isEqualTo("y".repeat(10));
    }

    @Test
    void a_character_pair_is_never_cut() {
        String smile = "\uD83D\uDE00";
        String text = smile.repeat(20) + "-WORDS-" + smile.repeat(20);

        Receipt receipt = Receipt.of(text, new Span(41, 46));

        assertThat(receipt.prefix()).isEqualTo(smile.repeat(15) + "-");
        assertThat(receipt.suffix()).isEqualTo("-" + smile.repeat(15));
    }

    @Test
    void no_span_is_no_receipt_and_one_beyond_the_text_is_an_error() {
        assertThat(Receipt.of("words", null)).isNull();
        assertThatThrownBy(() -> Receipt.of("words", new Span(2, 6))).hasMessageContaining("ends after the text");
    }
}
