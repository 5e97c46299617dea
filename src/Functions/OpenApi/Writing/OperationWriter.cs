using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.OpenApi.Writing;

/// <summary>Writes one operation out of what its function declares.</summary>
internal sealed class OperationWriter(SchemaBook book, DocComments comments)
{
    private const string Lines = "application/x-ndjson";

    private readonly ParameterWriter _parameters = new(book);
    private readonly ExampleMaker _examples = new(book);

    public JsonObject Write(HttpOperation operation)
    {
        var function = operation.Function;
        var written = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["tags"] = new JsonArray(operation.Tag),
            ["x-function"] = operation.Name,
        };
        if (comments.SummaryOf(function) is { } summary) written["summary"] = summary.TrimEnd('.');
        written["security"] = SecuritySchemes.Of(operation.Level, function.GetCustomAttribute<ProvedByAttribute>());
        var parameters = _parameters.Write(operation);
        if (parameters.Count > 0) written["parameters"] = parameters;
        var asked = operation.HttpMethod is "get" or "delete" ? null : function.GetCustomAttribute<AsksAttribute>();
        if (asked is not null) written["requestBody"] = Body(asked);
        written["responses"] = Responses(operation, asked is not null, parameters.Count > 0);
        return written;
    }

    private JsonObject Body(AsksAttribute asked)
    {
        var schema = book.Of(asked.Schema);
        var content = new JsonObject { [asked.MediaType] = new JsonObject { ["schema"] = schema, ["example"] = _examples.Of(schema) } };
        if (asked.IsBatch) content[Lines] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["description"] = "One event a line." } };
        return new JsonObject { ["required"] = !asked.IsOptional, ["content"] = content };
    }

    private JsonObject Responses(HttpOperation operation, bool hasBody, bool hasParameters)
    {
        var responses = new SortedDictionary<int, JsonNode?>();
        foreach (var answers in operation.Function.GetCustomAttributes<AnswersAttribute>().GroupBy(answer => answer.Status)) responses[answers.Key] = Answer([.. answers], operation.Name);
        var failures = (operation.Function.GetCustomAttribute<FailsAttribute>()?.Statuses ?? [])
            .Concat(ParameterWriter.Groups(operation).SelectMany(group => group.Fails))
            .Concat([StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable])
            .Concat(hasBody ? [StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge] : [])
            .Concat(hasParameters ? [StatusCodes.Status400BadRequest] : [])
            .Concat(operation.Level == AuthorizationLevel.Anonymous ? [] : [StatusCodes.Status401Unauthorized]);
        foreach (var status in failures) responses.TryAdd(status, ProblemAnswers.Reference(status));
        return new JsonObject(responses.Select(response => KeyValuePair.Create($"{response.Key}", response.Value)));
    }

    /// <param name="answers">Of one status; several where the body may be of one type or another.</param>
    private JsonObject Answer(IReadOnlyList<AnswersAttribute> answers, string function)
    {
        var written = new JsonObject { ["description"] = ReasonPhrases.GetReasonPhrase(answers[0].Status) };
        var headers = new JsonObject();
        if (answers.Any(answer => answer.HasTag)) headers["ETag"] = Header("What state this is.");
        if (answers[0].Status == StatusCodes.Status201Created) headers["Location"] = Header("Where it is found.");
        if (headers.Count > 0) written["headers"] = headers;
        var content = new JsonObject();
        foreach (var ofType in answers.GroupBy(answer => answer.MediaType))
        {
            var schemas = ofType.Select(answer => answer.Schema is { } named ? book.Of(named) : answer.Body is { } type ? book.Of(type) : null).OfType<JsonObject>().ToList();
            if (schemas.Count == 0) continue;
            var schema = schemas.Count == 1 ? schemas[0] : new JsonObject { ["anyOf"] = new JsonArray([.. schemas]) };
            content[ofType.Key] = new JsonObject { ["schema"] = schema, ["example"] = Resource.Find($"Examples/{function}") ?? _examples.Of(schema) };
        }

        // The host and the boundary of all functions answer with problems, whatever the function itself would say.
        if (answers[0].Status >= StatusCodes.Status400BadRequest)
        {
            var problem = book.Of(typeof(Problem));
            content["application/problem+json"] = new JsonObject { ["schema"] = problem, ["example"] = _examples.Of(problem) };
        }

        if (content.Count > 0) written["content"] = content;
        return written;
    }

    private static JsonObject Header(string description) => new() { ["description"] = description, ["schema"] = new JsonObject { ["type"] = "string" } };
}
