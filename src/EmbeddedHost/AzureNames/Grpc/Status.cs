namespace Grpc.Core;

/// <summary>A refusal and its reason.</summary>
public readonly struct Status(StatusCode statusCode, string detail)
{
    public StatusCode StatusCode { get; } = statusCode;

    public string Detail { get; } = detail;
}
