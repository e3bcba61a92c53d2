package org.fundtrail.gateway.door;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a request comes from: the last address that a trusted proxy saw. What stands further left in X-Forwarded-For the caller may
 * have written, and whoever is no trusted proxy may have written all of it.
 */
@Singleton
class Address {
    private final List<IpSubnetFilterRule> proxies;

    Address(@ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") List<String> trusted) {
        proxies = trusted.stream().flatMap(proxy -> networks(proxy).stream()).toList();
    }

    String of(RoutingContext at) {
        // the connection knows its peer, whatever the request's headers made of its address
        var peer = at.request().connection().remoteAddress();
        if (peer == null || peer.hostAddress() == null) {
            return "-";
        }
        return of(peer.hostAddress(), String.join(",", at.request().headers().getAll("X-Forwarded-For")));
    }

    /** Of a peer and what it says of whom it saw, the last of them last. */
    String of(String peer, String forwarded) {
        var seen = peer;
        if (isTrusted(seen)) {
            var chain = forwarded.split(",");
            for (int i = chain.length - 1; i >= 0 && isTrusted(seen); i--) {
                var before = withoutPort(chain[i].strip());
                if (!NetUtil.isValidIpV4Address(before) && !NetUtil.isValidIpV6Address(before)) {
                    break;
                }
                seen = before;
            }
        }
        return seen;
    }

    private boolean isTrusted(String address) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return false;
        }
        try {
            var socket = new InetSocketAddress(InetAddress.getByAddress(bytes), 0);
            return proxies.stream().anyMatch(network -> network.matches(socket));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String withoutPort(String element) {
        if (element.startsWith("[") && element.contains("]")) {
            return element.substring(1, element.indexOf(']'));
        }
        return element.indexOf(':') == element.lastIndexOf(':') ? element.replaceFirst(":\\d+$", "") : element;
    }

    /** As an operator writes it: an address, a network such as 10.0.0.0/24, or a name. */
    private static List<IpSubnetFilterRule> networks(String proxy) {
        try {
            var parts = proxy.strip().split("/");
            var networks = new ArrayList<IpSubnetFilterRule>();
            for (var address : Arrays.asList(InetAddress.getAllByName(parts[0]))) {
                int bits = parts.length > 1 ? Integer.parseInt(parts[1]) : address.getAddress().length * 8;
                networks.add(new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT));
            }
            return networks;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("FUNDTRAIL_TRUSTED_PROXIES names nobody: " + proxy, e);
        }
    }
}
