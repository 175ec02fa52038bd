package org.parley.kit.outbound;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The HTTP client underneath, with everything it would do by itself switched off. */
final class Client {

    private static final int MOST_CONNECTIONS = 128;
    private static final int MOST_TO_A_HOST = 4;

    private Client() {}

    static CloseableHttpClient of(OutboundSettings settings, CheckedNames names) {
        Timeout idle = Timeout.ofMilliseconds(settings.idleLimit().toMillis());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_TO_A_HOST)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(200)
                                .setMaxLineLength(16_384)
                                .setMaxEmptyLineCount(10)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(idle)
                        .setSocketTimeout(idle)
                        .setTimeToLive(1, TimeUnit.MINUTES)
                        // A server may have closed what rested: found out before a request is spent on it.
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(100))
                        .build())
                .build();
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setUserAgent(settings.userAgent())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(idle)
                        .setResponseTimeout(idle)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                // A body is unpacked by us, who count its bytes.
                .disableContentCompression()
                .evictIdleConnections(TimeValue.ofSeconds(30));
        settings.proxy().ifPresent(proxy -> builder.setProxy(new HttpHost("http", proxy.getHost(), proxy.getPort())));
        return builder.build();
    }
}
