package org.tandem.platform.web;

/** A handler of {@link DeclaredAddresses} that machines call: says which operation of which module it is. */
public interface DeclaredEndpoint {

    String module();

    /**
     * Message key of its sentence without {@code platform.api.}, such as {@code support.ask}.
     *
     * @param method of the handler that answers
     */
    String operation(String method);
}
