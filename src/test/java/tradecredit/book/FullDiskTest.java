package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** An embedded book whose disk is full is away, and comes back once there is room again. */
class FullDiskTest {

  private static final Disk DISK = new Disk();
  private static final AtomicBoolean FULL = new AtomicBoolean();

  /** A disk that takes nothing while it is full; H2 makes one for each path. */
  public static final class Disk extends FilePathWrapper {

    @Override
    public String getScheme() {
      return "filling";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
      return new OnDisk(getBase().open(mode));
    }
  }

  /** A file on it. */
  private static final class OnDisk extends FileBase {

    private final FileChannel file;

    OnDisk(FileChannel file) {
      this.file = file;
    }

    private static void room() throws IOException {
      if (FULL.get()) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      return file.read(into);
    }

    @Override
    public synchronized int read(ByteBuffer into, long position) throws IOException {
      return file.read(into, position);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      room();
      return file.write(from);
    }

    @Override
    public synchronized int write(ByteBuffer from, long position) throws IOException {
      room();
      return file.write(from, position);
    }

    @Override
    public long position() throws IOException {
      return file.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      file.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      file.truncate(size);
      return this;
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }
  }

  @BeforeEach
  void such_a_disk() {
    FilePath.register(DISK);
  }

  @AfterEach
  void no_such_disk() {
    FULL.set(false);
    FilePath.unregister(DISK);
  }

  @Test
  void who_posts_while_the_disk_is_full_is_to_come_again_and_then_posts_once() {
    TestDatabase.Fresh database = TestDatabase.H2.fresh();
    TestDatabase.Fresh filling =
        new TestDatabase.Fresh(
            database.kind(),
            database.url().replace("jdbc:h2:file:", "jdbc:h2:filling:"),
            database.username(),
            database.keys());
    String invoice = Json.auxerInvoice("A-1", "2001-05-16", "1.00");
    try (Service service = Service.on(filling, Map.of("tradecredit.posting.attempts", "2"))) {
      Client client = service.client();
      FULL.set(true);
      Answer away = client.post(Client.AUXER + "/invoices", "k", invoice);
      assertThat(away.status()).as(away.toString()).isEqualTo(503);
      assertThat(away.header("Retry-After")).contains("1");
      FULL.set(false);
      Awaiting.until(
          "it is posted",
          () -> client.post(Client.AUXER + "/invoices", "k", invoice).status() == 201);
      assertThat(client.get(Client.AUXER + "/invoices").json().get("items")).hasSize(1);
    }
    Invariants.hold(database);
  }
}
