package tradecredit.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk beside which a test stands: it sees all that H2 writes to a book's file. */
public final class WatchedDisk extends FilePathWrapper {

  private static final String SCHEME = "watched";
  private static final Map<Path, Watch> WATCHES = new ConcurrentHashMap<>();

  static {
    FilePath.register(new WatchedDisk());
  }

  /** What stands beside it. No two writes to a file are made, or watched, at once. */
  public interface Watch {

    /** Before a write; what it throws comes from the disk. */
    default void before() throws IOException {}

    /** After a write, which is in {@code file} then, from {@code position} on. */
    default void after(Path file, long position) throws IOException {}
  }

  /** The same embedded book on such a disk. */
  public static TestDatabase.Fresh with(TestDatabase.Fresh database, Watch watch) {
    WATCHES.put(database.file(), watch);
    return new TestDatabase.Fresh(
        database.kind(),
        database.url().replace("jdbc:h2:file:", "jdbc:h2:" + SCHEME + ":"),
        database.username(),
        database.keys());
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    Path file = Path.of(getBase().toString());
    Watch watch = WATCHES.getOrDefault(file, new Watch() {});
    return new OnDisk(getBase().open(mode), file, watch);
  }

  /** A file on it. */
  private static final class OnDisk extends FileBase {

    private final FileChannel channel;
    private final Path file;
    private final Watch watch;

    OnDisk(FileChannel channel, Path file, Watch watch) {
      this.channel = channel;
      this.file = file;
      this.watch = watch;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      return channel.read(into);
    }

    @Override
    public synchronized int read(ByteBuffer into, long position) throws IOException {
      return channel.read(into, position);
    }

    @Override
    public synchronized int write(ByteBuffer from) throws IOException {
      return write(from, channel.position());
    }

    @Override
    public synchronized int write(ByteBuffer from, long position) throws IOException {
      watch.before();
      int written = channel.write(from, position);
      watch.after(file, position);
      return written;
    }

    @Override
    public long position() throws IOException {
      return channel.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      channel.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public synchronized FileChannel truncate(long size) throws IOException {
      watch.before();
      channel.truncate(size);
      watch.after(file, size);
      return this;
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return channel.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      channel.close();
    }
  }
}
