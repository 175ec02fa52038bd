package org.parley.kit.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Gives the client the addresses it connects to, and only such as may be asked. As the client looks nothing up again,
 * a name that answers differently the next time gains nothing.
 */
final class CheckedNames implements DnsResolver {

    private final Names names;
    private final Set<String> open;

    /** @param open hosts that may be anywhere, each as host:port */
    CheckedNames(Names names, Set<String> open) {
        this.names = names;
        this.open = open;
    }

    /** A host that resolves to what may not be asked; all of its addresses are refused if one of them is. */
    static final class NotOpen extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        NotOpen() {
            super("not open");
        }
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        InetAddress[] found = isOpen(host, port) ? names.lookUp(bare(host)) : resolve(host);
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (InetAddress address : found) {
            addresses.add(new InetSocketAddress(address, port));
        }
        return addresses;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            throw new NotOpen();
        }
        InetAddress[] found = names.lookUp(bare(host));
        for (InetAddress address : found) {
            if (!AddressGuard.isPublic(address)) {
                throw new NotOpen();
            }
        }
        return found;
    }

    boolean isOpen(String host, int port) {
        return open.contains(bare(host) + ":" + port);
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
