using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Forms with files may be larger than others; one that is too large even for that is refused by what it says of its length, with a reason.</summary>
internal sealed class UploadLimit(long most) : IRequestSizeLimitMetadata
{
    // What a form holds beside its files, and how far a file may exceed the limit to be refused by name.
    private const long Slack = 40_000_000;

    public long? MaxRequestBodySize => most + Slack;

    /// <summary>Lets requests of an endpoint be as large as a file may be.</summary>
    public static void For(IEndpointConventionBuilder endpoint, long largestFileInBytes) =>
        endpoint.WithMetadata(new UploadLimit(largestFileInBytes));

    /// <exception cref="FaultException">It says that it is larger than it may be.</exception>
    public static Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (
            context.GetEndpoint()?.Metadata.GetMetadata<UploadLimit>() is { MaxRequestBodySize: { } most }
            && context.Request.ContentLength > most
        )
            throw new FaultException(
                FileFaults.FileTooLarge(
                    "What was sent",
                    SizeWords.Of(context.Request.ContentLength.Value),
                    SizeWords.Of(most - Slack)
                )
            );
        return next(context);
    }
}
