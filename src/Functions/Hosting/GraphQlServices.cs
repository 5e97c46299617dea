using System.Text.Encodings.Web;
using GraphQL;
using GraphQL.SystemTextJson;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Functions.GraphQl;
using PersonalizationEngine.Functions.GraphQl.Access;
using PersonalizationEngine.Functions.GraphQl.Errors;
using PersonalizationEngine.Functions.GraphQl.Limits;
using PersonalizationEngine.Functions.GraphQl.Loading;
using PersonalizationEngine.Functions.GraphQl.Schema;
using PersonalizationEngine.Functions.GraphQl.Schema.Answers;
using PersonalizationEngine.Functions.GraphQl.Schema.Lists;
using PersonalizationEngine.Functions.GraphQl.Schema.People;
using PersonalizationEngine.Functions.GraphQl.Transport;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>The second surface of the same use cases.</summary>
internal static class GraphQlServices
{
    public static IServiceCollection AddGraphQl(
        this IServiceCollection services, GraphQlLimits limits, IConfiguration configuration) => services
        .AddSingleton(limits)
        .AddSingleton<XmlDescriptions>()
        .AddSingleton<AnswerFields>()
        .AddSingleton<AskRecommendations>()
        .AddSingleton<PersonScores>()
        .AddSingleton<EngineGraph>()
        .AddSingleton<CheckDocument>()
        .AddSingleton<RunOperation>()
        .AddSingleton(provider => new MasterKey(configuration, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<Callers>()
        .AddSingleton<RequestReader>()
        .AddSingleton<IGraphQLSerializer>(new GraphQLSerializer(options => options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, new ErrorWording()))
        .AddSingleton(provider => new GraphQlEndpoint(
            provider.GetRequiredService<RequestReader>(),
            provider.GetRequiredService<RunOperation>(),
            provider.GetRequiredService<Callers>(),
            () => new PersonLoaders(provider.GetRequiredService<IPersonRecords>(), provider.GetRequiredService<MeasureLead>()),
            provider.GetRequiredService<IGraphQLSerializer>()));
}
