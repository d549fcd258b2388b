package tradecredit.access;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/**
 * A second look, where only the body of a request tells what it asks for: the operation's own
 * permission has let it in, this one decides. What it denies is noted as at the door.
 */
@Singleton
public final class Entitlements {

  private final Admission admission;

  Entitlements(Admission admission) {
    this.admission = admission;
  }

  /**
   * Lets the request go on. What is denied on trust is judged once more, and noted, when the key is
   * proved: see {@link AnswersOnTrust}.
   *
   * @throws TurnedAwayException where who calls has not that permission
   */
  public void demand(HttpRequest<?> request, Permission wanted) {
    Principal principal = Principal.of(request);
    Admitted admitted = Admitted.of(request);
    if (admitted.unprovedKey() != null) {
      if (!admission.allows(request, principal, wanted)) {
        admitted.denied(wanted);
        throw Credentials.invalid();
      }
      return;
    }
    TurnedAwayException away = admission.judge(request, principal, wanted);
    if (away != null) {
      throw away;
    }
  }
}
