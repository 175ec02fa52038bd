package org.parley.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | The two sides have agreed to meet again in the spring, said the envoy who leads the talks.
                    de | Die beiden Seiten haben sich darauf geeinigt, dass sie im Frühjahr wieder mit der Delegation sprechen.
                    fr | Les deux parties ont dit que la rencontre aura lieu dans la ville au printemps et que le texte est prêt.
                    es | Las dos partes dijeron que la reunión se celebrará en la ciudad y que el texto no está listo para la firma.
                    pl | Obie strony powiedziały, że spotkanie odbędzie się w mieście i że tekst nie jest jeszcze gotowy do podpisania.
                    ru | Обе стороны заявили, что встреча состоится в городе весной.
                    uk | Обидві сторони заявили, що зустріч відбудеться в місті навесні і її текст готовий.
                    el | Οι δύο πλευρές δήλωσαν ότι η συνάντηση θα γίνει στην πόλη.
                    zh | 双方表示会议将于春季在城里举行文本已经准备好了。
                    """)
    void a_sentence_is_enough(String language, String text) {
        assertThat(Language.of(text)).isEqualTo(language);
    }

    @Test
    void a_word_is_not_enough() {
        assertThat(Language.of("Talks")).isEqualTo(Language.UNDETERMINED);
        assertThat(Language.of("")).isEqualTo(Language.UNDETERMINED);
        assertThat(Language.of("\u0000\ud800".repeat(50))).isEqualTo(Language.UNDETERMINED);
    }
}
