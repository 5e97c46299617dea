using GraphQL;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Functions.GraphQl.Access;
using PersonalizationEngine.Functions.GraphQl.Errors;
using PersonalizationEngine.Functions.GraphQl.Loading;
using PersonalizationEngine.Functions.GraphQl.Transport;

namespace PersonalizationEngine.Functions.GraphQl;

/// <summary>From the request to the answer, as GraphQL over HTTP has it.</summary>
public sealed class GraphQlEndpoint
{
    private readonly RequestReader _reader;
    private readonly RunOperation _run;
    private readonly Callers _callers;
    private readonly Func<PersonLoaders> _loaders;
    private readonly IGraphQLSerializer _serializer;

    internal GraphQlEndpoint(RequestReader reader, RunOperation run, Callers callers, Func<PersonLoaders> loaders, IGraphQLSerializer serializer) =>
        (_reader, _run, _callers, _loaders, _serializer) = (reader, run, callers, loaders, serializer);

    internal async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (AnswerMedia.Choose(request) is not { } media)
            return Refuse($"Answers are {AnswerMedia.GraphQl} or {AnswerMedia.Json}.", AnswerMedia.Json, StatusCodes.Status406NotAcceptable);
        var read = await _reader.ReadAsync(request, cancellationToken);
        if (read.Request is not { } asked) return Refuse(read.Fault!, media, read.Status);

        var context = new GraphContext(_callers.Of(request), _loaders());
        var result = await _run.RunAsync(asked, context, HttpMethods.IsPost(request.Method), cancellationToken);
        return new GraphQlAnswer(_serializer, result, media, AnswerStatus.Of(result, media));
    }

    private GraphQlAnswer Refuse(string why, string media, int status) =>
        new(_serializer, new ExecutionResult(GraphFault.BadRequest(why)), media, status);
}
