package org.parley.events.sources;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.parley.testkit.PostgresResource;
import org.parley.testkit.ServiceProcess;

/** The real sources-service, as packaged, on a database of its own. */
public final class SourcesProcess implements QuarkusTestResourceLifecycleManager {

    /** Read by tests that hand articles in; they are loaded by another class loader. */
    static final String URL = "parley.test.sources";

    private ServiceProcess service;

    @Override
    public Map<String, String> start() {
        service = ServiceProcess.start("sources", PostgresResource.freshDatabase(), Map.of());
        System.setProperty(URL, service.url());
        return Map.of("parley.sources.url", service.url());
    }

    @Override
    public void stop() {
        if (service != null) {
            service.stop();
        }
    }
}
