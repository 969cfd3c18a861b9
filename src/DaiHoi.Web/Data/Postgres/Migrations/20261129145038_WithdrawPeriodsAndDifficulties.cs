using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DaiHoi.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class WithdrawPeriodsAndDifficulties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ended_reason",
                table: "report_template",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "withdrawn_at",
                table: "report_period",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawn_by_name",
                table: "report_period",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawn_reason",
                table: "report_period",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "withdrawn_at",
                table: "difficulty",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawn_by_name",
                table: "difficulty",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawn_reason",
                table: "difficulty",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ended_reason",
                table: "report_template");

            migrationBuilder.DropColumn(
                name: "withdrawn_at",
                table: "report_period");

            migrationBuilder.DropColumn(
                name: "withdrawn_by_name",
                table: "report_period");

            migrationBuilder.DropColumn(
                name: "withdrawn_reason",
                table: "report_period");

            migrationBuilder.DropColumn(
                name: "withdrawn_at",
                table: "difficulty");

            migrationBuilder.DropColumn(
                name: "withdrawn_by_name",
                table: "difficulty");

            migrationBuilder.DropColumn(
                name: "withdrawn_reason",
                table: "difficulty");
        }
    }
}
