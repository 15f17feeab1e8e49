namespace Orrery.Engine;

/// <summary>A file that somebody wants to attach.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Content">All of it.</param>
public sealed record AttachmentWish(string Name, byte[] Content);
