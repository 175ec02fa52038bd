package org.parley.launcher.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.parley.launcher.Failure;

/**
 * What an import will read: the named files, and in named folders, however deep, every file of a kind Parley reads.
 *
 * @param files in order: as named, within a folder by path
 * @param refused files that were asked for and cannot be read, with the reason
 * @param passedOver how many files of other kinds lie in the folders
 */
record ImportPlan(List<ArticleFile> files, List<Fate> refused, int passedOver) {

    static ImportPlan of(List<Path> paths) {
        List<ArticleFile> files = new ArrayList<>();
        List<Fate> refused = new ArrayList<>();
        int passedOver = 0;
        for (Path path : paths) {
            boolean folder = Files.isDirectory(path);
            for (Path file : folder ? within(path) : List.of(path)) {
                String reason = reasonAgainst(file);
                if (reason == null) {
                    ArticleFile.of(file).ifPresent(files::add);
                } else if (folder && ArticleFile.of(file).isEmpty()) {
                    passedOver++; // a folder may hold pictures and notes; nobody asked for those
                } else {
                    refused.add(Fate.refused(file.toString(), reason));
                }
            }
        }
        return new ImportPlan(files, refused, passedOver);
    }

    private static String reasonAgainst(Path file) {
        if (ArticleFile.of(file).isEmpty()) {
            return "not a kind of file Parley reads: .txt, .json, .jsonl, .html";
        }
        if (!Files.exists(file)) {
            return "there is no such file";
        }
        return Files.isReadable(file) ? null : "cannot be read: permission denied";
    }

    private static List<Path> within(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !isHidden(folder, path))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new Failure("Cannot read the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean isHidden(Path folder, Path path) {
        for (Path part : folder.relativize(path)) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    long bytes() {
        long sum = 0;
        for (ArticleFile file : files) {
            try {
                sum += Files.size(file.path());
            } catch (IOException e) {
                throw new Failure("Cannot read " + file.path() + ": " + e.getMessage(), e);
            }
        }
        return sum;
    }
}
