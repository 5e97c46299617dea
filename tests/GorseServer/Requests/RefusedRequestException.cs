namespace PersonalizationEngine.GorseServer.Requests;

/// <summary>A request that Gorse answers with this status and text.</summary>
public sealed class RefusedRequestException(int status, string text) : Exception(text)
{
    public int Status => status;

    public static RefusedRequestException BadRequest(string text) => new(StatusCodes.Status400BadRequest, text);
}
