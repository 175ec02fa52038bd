package org.parley.events;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.parley.events.sources.ScriptedFeed;
import org.parley.testkit.PostgresResource;
import org.parley.testkit.TokenKeys;

/** A test of the running service without workers of its own, on a real PostgreSQL and a feed the test writes. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(value = TokenKeys.class, initArgs = @ResourceArg(name = "service", value = "events"))
@WithTestResource(ScriptedFeed.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ScriptedEventsTest {}
