package org.parley.kit.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Looks a host up; the system does it, and in tests a name can be given any address. */
@FunctionalInterface
interface Names {

    InetAddress[] lookUp(String host) throws UnknownHostException;
}
