package org.parley.sources;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.parley.testkit.PostgresResource;
import org.parley.testkit.TokenKeys;

/** The service with a real database and known callers. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@WithTestResource(PostgresResource.class)
@WithTestResource(LocalHosts.class)
@WithTestResource(value = TokenKeys.class, initArgs = @ResourceArg(name = "service", value = "sources"))
public @interface SourcesTest {}
