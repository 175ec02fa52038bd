package org.parley.sources.article;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Bytes that one thread puts in and another takes out in the same order, some time later: the first of them in memory, what is more in a
 * file that nobody else sees and that ends with this, or with the process. Only when the file is full does putting wait for taking.
 */
final class Spool implements AutoCloseable {

    static final String FILE_PREFIX = "parley-answer-";

    private static final int TAKEN_AT_ONCE = 64 * 1024;

    private final int mostInMemory;
    private final long mostInFile;
    private final Queue<byte[]> memory = new ArrayDeque<>();
    private int inMemory;
    private FileChannel file;
    private long writtenTo;
    private long readTo;
    private boolean ended;
    private boolean closed;

    /**
     * @param mostInMemory how many bytes
     * @param mostInFile how many bytes; a single piece may be longer while nothing else is in it
     */
    Spool(int mostInMemory, long mostInFile) {
        this.mostInMemory = mostInMemory;
        this.mostInFile = mostInFile;
    }

    /** Adds a piece. */
    synchronized void put(byte[] piece) throws IOException {
        while (!closed && writtenTo > readTo && writtenTo + piece.length > mostInFile) {
            await();
        }
        if (closed) {
            throw new IOException("nobody takes what is put here any more");
        }
        // What is in memory came before what is in the file.
        if (writtenTo == readTo && inMemory + piece.length <= mostInMemory) {
            memory.add(piece);
            inMemory += piece.length;
        } else {
            write(piece);
        }
        notifyAll();
    }

    /** The next bytes, for which it waits; null if nothing is left and nothing will come. */
    synchronized byte[] take() throws IOException {
        while (!closed && !ended && memory.isEmpty() && writtenTo == readTo) {
            await();
        }
        byte[] piece = null;
        if (closed) {
            throw new IOException("closed");
        } else if (!memory.isEmpty()) {
            piece = memory.remove();
            inMemory -= piece.length;
        } else if (writtenTo > readTo) {
            piece = read();
        }
        notifyAll();
        return piece;
    }

    /** Nothing more will be put in. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Forgets everything; whoever waits or comes later is told. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        memory.clear();
        notifyAll();
        if (file != null) {
            file.close();
        }
    }

    private void write(byte[] piece) throws IOException {
        if (file == null) {
            Path path = Files.createTempFile(FILE_PREFIX, ".ndjson");
            // Its name goes at once where the system can do that, so not even a process that is killed leaves it
            // behind.
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        ByteBuffer bytes = ByteBuffer.wrap(piece);
        while (bytes.hasRemaining()) {
            writtenTo += file.write(bytes, writtenTo);
        }
    }

    private byte[] read() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(TAKEN_AT_ONCE, writtenTo - readTo));
        while (bytes.hasRemaining()) {
            if (file.read(bytes, readTo + bytes.position()) < 0) {
                throw new IOException("the file is shorter than what was put in it");
            }
        }
        readTo += bytes.capacity();
        if (readTo == writtenTo) {
            file.truncate(0);
            readTo = 0;
            writtenTo = 0;
        }
        return bytes.array();
    }

    private void await() throws IOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting");
        }
    }
}
