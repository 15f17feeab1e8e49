using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>A file that belongs to a thing or a relation.</summary>
/// <param name="Id">The attachment itself.</param>
/// <param name="About">What it belongs to.</param>
/// <param name="Name">What the file is called.</param>
/// <param name="Hash">What its bytes are found by.</param>
/// <param name="SizeInBytes">How large it is when it is taken out again.</param>
/// <param name="IsSealed">Whether its bytes are closed under the key of what it belongs to.</param>
/// <param name="By">Who put it there.</param>
/// <param name="At">When.</param>
public sealed record Attachment(
    Id Id,
    Id About,
    string Name,
    string Hash,
    long SizeInBytes,
    bool IsSealed,
    string? By,
    Instant At
);
