package tradecredit.note;

import tradecredit.money.Money;

/** What an entry of the note records. */
public sealed interface NoteDocument permits PromissoryNote, NotePayment, NotePaymentReturn {

  /** What was done. */
  NoteAct act();

  /** Its name among the note's documents. */
  String documentNumber();

  /** By how much it changes what is unpaid. */
  Money change();

  /** Its fields as {@code Netstrings}, for the hash chain. */
  String canonical();
}
