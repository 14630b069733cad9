package org.tandem.platform.edge;

import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/** HTTP as Tandem speaks it. The server makes it by its name, then is given the limits. */
public final class EdgeProtocol extends Http11NioProtocol {

    private @Nullable ClientLimits limits;

    public EdgeProtocol() {
        super(new PatientEndpoint());
    }

    public void setLimits(ClientLimits limits) {
        this.limits = limits;
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(limits == null ? adapter : new EdgeAdapter(adapter, limits));
    }
}
