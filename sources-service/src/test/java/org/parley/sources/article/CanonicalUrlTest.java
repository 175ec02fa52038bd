package org.parley.sources.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource({
        "HTTPS://News.Example.ORG/Path/A, https://news.example.org/Path/A",
        "https://example.org, https://example.org/",
        "https://example.org?a=1, https://example.org/?a=1",
        "https://example.org:443/a, https://example.org/a",
        "http://example.org:80/a, http://example.org/a",
        "http://example.org:443/a, http://example.org:443/a",
        "https://example.org:8443/a#part, https://example.org:8443/a",
        "https://example.org./a, https://example.org/a",
        "https://me:secret@example.org/a, https://example.org/a",
        "https://bücher.example/a, https://xn--bcher-kva.example/a",
        "https://[2001:DB8::1]:443/a, https://[2001:db8::1]/a",
        "https://example.org/a?utm_source=x&UTM_Medium=y&id=7&fbclid=z, https://example.org/a?id=7",
        "https://example.org/a?utm_source=x#y, https://example.org/a",
        "https://example.org/a?b=2&a=1, https://example.org/a?b=2&a=1",
        "https://example.org/a?utm=1&q=utm_source, https://example.org/a?utm=1&q=utm_source"
    })
    void an_address_has_one_form(String given, String canonical) {
        assertThat(CanonicalUrl.of(given, "url")).isEqualTo(canonical);
        assertThat(CanonicalUrl.of(canonical, "url")).isEqualTo(canonical);
    }
}
