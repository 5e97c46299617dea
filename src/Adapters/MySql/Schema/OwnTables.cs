using FluentMigrator.Expressions;
using FluentMigrator.Runner.Generators;
using FluentMigrator.Runner.Generators.MySql;
using Microsoft.Extensions.Options;

namespace PersonalizationEngine.Adapters.MySql.Schema;

/// <summary>Marks the tables it makes as the engine's own, to tell them from tables of the same name that somebody else made.</summary>
internal sealed class OwnTables(MySqlQuoter quoter, IOptions<GeneratorOptions> options) : MySql8Generator(quoter, new OwnTypes(), options)
{
    public const string Mark = "Personalization Engine";

    public override string Generate(CreateTableExpression expression)
    {
        expression.TableDescription = Mark;
        return base.Generate(expression);
    }
}
