using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DaiHoi.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class EditorialDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "saved_by_id",
                table: "article_revision",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "saved_by_name",
                table: "article_revision",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "expires_at",
                table: "article",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "last_revision",
                table: "article",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "organisation_id",
                table: "article",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "publish_at",
                table: "article",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "return_reason",
                table: "article",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "state_since",
                table: "article",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<long>(
                name: "submitted_by_id",
                table: "article",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "title_folded",
                table: "article",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "article",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "writer_id",
                table: "article",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "writer_name",
                table: "article",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "article_correction",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_correction", x => x.id);
                    table.CheckConstraint("ck_article_correction_not_empty", "length(text) > 0");
                    table.ForeignKey(
                        name: "fk_article_correction_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "article_step",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    decided_for = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_step", x => x.id);
                    table.ForeignKey(
                        name: "fk_article_step_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "related_article",
                columns: table => new
                {
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    other_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_related_article", x => new { x.article_id, x.other_id });
                    table.CheckConstraint("ck_related_article_is_another", "article_id <> other_id");
                    table.ForeignKey(
                        name: "fk_related_article_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_related_article_article_other_id",
                        column: x => x.other_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "working_copy",
                columns: table => new
                {
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    base_version = table.Column<int>(type: "integer", nullable: false),
                    kept_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    fields = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_working_copy", x => new { x.article_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_working_copy_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_article_expires_at",
                table: "article",
                column: "expires_at",
                filter: "expires_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_article_organisation_id",
                table: "article",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_article_publish_at",
                table: "article",
                column: "publish_at",
                filter: "publish_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_article_state",
                table: "article",
                columns: new[] { "status", "state_since" });

            migrationBuilder.CreateIndex(
                name: "ix_article_writer",
                table: "article",
                columns: new[] { "writer_id", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_article_correction_article",
                table: "article_correction",
                columns: new[] { "article_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_article_step_article",
                table: "article_step",
                columns: new[] { "article_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_related_article_other_id",
                table: "related_article",
                column: "other_id");

            migrationBuilder.AddForeignKey(
                name: "fk_article_organisation_organisation_id",
                table: "article",
                column: "organisation_id",
                principalTable: "organisation",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            // Articles that exist belong to the newsroom at the top and keep their state, since the moment that they reached
            // it; the address stands for the folded headline until the next revision writes it.
            migrationBuilder.Sql(
                """
                update article set
                    state_since = coalesce(withdrawn_at, published_at, updated_at),
                    title_folded = replace(slug, '-', ' '),
                    last_revision = coalesce((select max(r.number) from article_revision r where r.article_id = article.id), 0);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_article_organisation_organisation_id",
                table: "article");

            migrationBuilder.DropTable(
                name: "article_correction");

            migrationBuilder.DropTable(
                name: "article_step");

            migrationBuilder.DropTable(
                name: "related_article");

            migrationBuilder.DropTable(
                name: "working_copy");

            migrationBuilder.DropIndex(
                name: "ix_article_expires_at",
                table: "article");

            migrationBuilder.DropIndex(
                name: "ix_article_organisation_id",
                table: "article");

            migrationBuilder.DropIndex(
                name: "ix_article_publish_at",
                table: "article");

            migrationBuilder.DropIndex(
                name: "ix_article_state",
                table: "article");

            migrationBuilder.DropIndex(
                name: "ix_article_writer",
                table: "article");

            migrationBuilder.DropColumn(
                name: "saved_by_id",
                table: "article_revision");

            migrationBuilder.DropColumn(
                name: "saved_by_name",
                table: "article_revision");

            migrationBuilder.DropColumn(
                name: "expires_at",
                table: "article");

            migrationBuilder.DropColumn(
                name: "last_revision",
                table: "article");

            migrationBuilder.DropColumn(
                name: "organisation_id",
                table: "article");

            migrationBuilder.DropColumn(
                name: "publish_at",
                table: "article");

            migrationBuilder.DropColumn(
                name: "return_reason",
                table: "article");

            migrationBuilder.DropColumn(
                name: "state_since",
                table: "article");

            migrationBuilder.DropColumn(
                name: "submitted_by_id",
                table: "article");

            migrationBuilder.DropColumn(
                name: "title_folded",
                table: "article");

            migrationBuilder.DropColumn(
                name: "version",
                table: "article");

            migrationBuilder.DropColumn(
                name: "writer_id",
                table: "article");

            migrationBuilder.DropColumn(
                name: "writer_name",
                table: "article");
        }
    }
}
