package org.parley.kit.outbound;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;

class OutboundProducer {

    @Produces
    @Singleton
    @DefaultBean
    OutboundHttp outbound(OutboundSettings settings) {
        return new OutboundHttp(settings);
    }

    void close(@Disposes OutboundHttp outbound) throws IOException {
        outbound.close();
    }
}
