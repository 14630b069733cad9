package org.tandem.platform.edge;

import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;

/** The places of threads that wait for clients: so many in all, and so many for one address. */
@RequiredArgsConstructor
final class WaitingPlaces {

    private final int all;
    private final int forOneAddress;
    private final Map<String, Integer> taken = new HashMap<>();
    private int count;

    synchronized boolean take(String address) {
        int ofThis = taken.getOrDefault(address, 0);
        if (count >= all || ofThis >= forOneAddress) {
            return false;
        }
        taken.put(address, ofThis + 1);
        count++;
        return true;
    }

    synchronized void give(String address) {
        taken.computeIfPresent(address, (same, ofThis) -> ofThis > 1 ? ofThis - 1 : null);
        count--;
    }
}
