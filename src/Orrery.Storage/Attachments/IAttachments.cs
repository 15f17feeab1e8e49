using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>The bytes of files that entities refer to, found by their hash. What is kept once is never changed.</summary>
/// <remarks>Safe to use from many threads. docs/decisions/0009.</remarks>
public interface IAttachments
{
    /// <summary>Keeps bytes; keeping the same twice keeps them once.</summary>
    /// <returns>What finds them again. They are durable on return, before anything that refers to them is recorded.</returns>
    /// <exception cref="FaultException"><c>disk.full</c> and its like; then nothing of them is left.</exception>
    ContentHash Keep(ReadOnlySpan<byte> content);

    /// <summary>The bytes, unchecked; null when they are not there.</summary>
    /// <exception cref="FaultException">The disk fails.</exception>
    byte[]? Find(ContentHash hash);

    /// <summary>All that are kept, in order of their hashes.</summary>
    IEnumerable<ContentHash> All { get; }
}
