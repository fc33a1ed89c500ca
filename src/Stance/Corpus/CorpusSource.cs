namespace Stance;

/// <summary>Where articles of a corpus were read from: a model holds this reference to its corpus rather than the articles.</summary>
/// <param name="Path">The file or folder as it was given: absolute, or relative to the working directory.</param>
/// <param name="Split">The part that was taken of it, or <c>null</c>: all.</param>
/// <param name="Hash">SHA-256 of what was read (<see cref="LabelledCorpus.Hash"/>).</param>
/// <param name="Articles">Number of articles.</param>
public sealed record CorpusSource(string Path, string? Split, string Hash, int Articles)
{
    /// <summary>Reads the articles again.</summary>
    /// <param name="folder">Where a relative path is looked for if it is not below the working directory; <c>null</c>: nowhere else.</param>
    /// <returns>The corpus; its hash is <see cref="Hash"/>.</returns>
    /// <exception cref="IOException">The path is gone.</exception>
    /// <exception cref="FormatException">What lies there cannot be read, or has changed since.</exception>
    public LabelledCorpus Read(string? folder = null)
    {
        var path = Path;
        if (!File.Exists(path) && !Directory.Exists(path) && folder is not null)
            path = System.IO.Path.Combine(folder, path);
        if (!File.Exists(path) && !Directory.Exists(path))
            throw new FileNotFoundException($"{Path}: the corpus that the model was trained on is not there; allowed: its place as it was then, or the corpus given beside the model (--corpus)", Path);
        var corpus = LabelledCorpus.Read(path);
        if (Split is not null)
            corpus = corpus.OfSplit(Split);
        return corpus.Hash == Hash ? corpus
            : throw new FormatException($"{path}: found {corpus.Articles.Count} articles with hash {corpus.Hash[..12]}…; allowed: the {Articles} with hash {Hash[..Math.Min(12, Hash.Length)]}… that the model was trained on (give the corpus as it was then, or train anew on what it is now)");
    }
}
