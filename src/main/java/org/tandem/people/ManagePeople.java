package org.tandem.people;

import org.springframework.stereotype.Component;

/** All an administrator can do about people, in one hand for the edges. */
@Component
class ManagePeople {

    final CreatePerson create;
    final DescribePerson describe;
    final ResetPassword resetPassword;
    final DeactivatePerson deactivate;
    final ReactivatePerson reactivate;
    final GrantMandate grant;
    final EndMandate end;

    ManagePeople(
            CreatePerson create,
            DescribePerson describe,
            ResetPassword resetPassword,
            DeactivatePerson deactivate,
            ReactivatePerson reactivate,
            GrantMandate grant,
            EndMandate end) {
        this.create = create;
        this.describe = describe;
        this.resetPassword = resetPassword;
        this.deactivate = deactivate;
        this.reactivate = reactivate;
        this.grant = grant;
        this.end = end;
    }
}
